namespace HyperscaleSdk.Generators.Planning;

/// <summary>A C# type with the code that reads and writes it.</summary>
/// <param name="Name">The name of a generated type.</param>
/// <param name="Element">The items of a list, or the values of a map.</param>
/// <param name="ElementMayBeNull">Null is among the items or values.</param>
internal sealed record TypePlan(TypeKind Kind, string? Name = null, TypePlan? Element = null, bool ElementMayBeNull = false)
{
    public static readonly TypePlan Any = new(TypeKind.Any);

    public static readonly TypePlan String = new(TypeKind.String);

    public bool IsValueType => Kind is TypeKind.Any or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Single or TypeKind.Decimal
        or TypeKind.Boolean or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.Enum;

    public bool IsNumber => Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Single or TypeKind.Decimal;

    /// <summary>Its values are one text each.</summary>
    public bool IsScalar => IsNumber || Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.Uri or TypeKind.Enum;

    public bool IsGenerated => Kind is TypeKind.Model or TypeKind.Enum or TypeKind.Union;

    /// <summary>The type as written in code, without nullability.</summary>
    public string Code => Kind switch
    {
        TypeKind.Any => "JsonElement",
        TypeKind.String => "string",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Double => "double",
        TypeKind.Single => "float",
        TypeKind.Decimal => "decimal",
        TypeKind.Boolean => "bool",
        TypeKind.Guid => "Guid",
        TypeKind.DateTimeOffset => "DateTimeOffset",
        TypeKind.DateOnly => "DateOnly",
        TypeKind.Bytes => "byte[]",
        TypeKind.Uri => "Uri",
        TypeKind.List => $"IList<{ElementCode}>",
        TypeKind.Map => $"IDictionary<string, {ElementCode}>",
        TypeKind.Singles => "IList<float>",
        _ => Name!,
    };

    private string ElementCode => Element!.Code + (ElementMayBeNull ? "?" : "");

    private string ElementReader => ElementMayBeNull
        ? $"static (ref Utf8JsonReader item) => JsonRead.IsNull(ref item) ? default({ElementCode}) : {Element!.Read("item")}"
        : Element!.Reader;

    private string WriteElement => ElementMayBeNull
        ? $"{{ if (item is {{ }} each) {Element!.Write("w", "each")}; else w.WriteNullValue(); }}"
        : Element!.Write("w", "item");

    /// <summary>A delegate expression (<c>JsonReadFunc</c>) that reads one value.</summary>
    public string Reader => Kind switch
    {
        TypeKind.Any => "JsonRead.Element",
        // Not "Name.ReadJson": a property of that name would hide the type.
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"JsonRead.Model<{Name}>",
        TypeKind.List or TypeKind.Map => $"static (ref Utf8JsonReader item) => {Read("item")}",
        TypeKind.Singles => "static (ref Utf8JsonReader item) => (IList<float>)JsonRead.Singles(ref item)",
        _ => "JsonRead." + Kind,
    };

    /// <summary>An expression that reads the value on which the reader stands.</summary>
    public string Read(string reader) => Kind switch
    {
        TypeKind.Any => $"JsonRead.Element(ref {reader})",
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"JsonRead.Model<{Name}>(ref {reader})",
        TypeKind.List => $"JsonRead.List<{ElementCode}>(ref {reader}, {ElementReader})",
        TypeKind.Map => $"JsonRead.Map<{ElementCode}>(ref {reader}, {ElementReader})",
        _ => $"JsonRead.{Kind}(ref {reader})",
    };

    /// <summary>An expression that reads the value on which the reader stands, beside the value that stood at its place before.</summary>
    public string ReadBeside(string reader, string previous) => Kind switch
    {
        TypeKind.String or TypeKind.Model => Read(reader).Replace($"ref {reader})", $"ref {reader}, {previous})"),
        TypeKind.List when Element!.Kind == TypeKind.Model && !ElementMayBeNull => $"JsonRead.List<{ElementCode}>(ref {reader}, {previous})",
        _ => Read(reader),
    };

    /// <summary>A statement that writes a value (without a property name).</summary>
    public string Write(string writer, string value) => Kind switch
    {
        TypeKind.Any => $"{value}.WriteTo({writer})",
        TypeKind.String => $"{writer}.WriteStringValue({value})",
        TypeKind.Boolean => $"{writer}.WriteBooleanValue({value})",
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"{value}.WriteJson({writer})",
        TypeKind.List => $"JsonWrite.List({writer}, {value}, static (w, item) => {WriteElement})",
        TypeKind.Map => $"JsonWrite.Map({writer}, {value}, static (w, item) => {WriteElement})",
        TypeKind.Guid => $"{writer}.WriteStringValue({value})",
        _ when IsNumber => $"{writer}.WriteNumberValue({value})",
        _ => $"JsonWrite.{Kind}({writer}, {value})",
    };

    /// <summary>A statement that writes a named member.</summary>
    public string WriteMember(string writer, string jsonName, string value) => Kind switch
    {
        TypeKind.String => $"{writer}.WriteString({CSharp.Utf8(jsonName)}, {value})",
        TypeKind.Boolean => $"{writer}.WriteBoolean({CSharp.Utf8(jsonName)}, {value})",
        _ when IsNumber => $"{writer}.WriteNumber({CSharp.Utf8(jsonName)}, {value})",
        _ => $"{writer}.WritePropertyName({CSharp.Utf8(jsonName)}); {Write(writer, value)}",
    };
}
