using System.Globalization;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Writes C# expressions that fit a type and fill what it requires. Types of the document are named only where they must be: a name could mean another type as well.</summary>
internal sealed class SampleValues(SpecPlan plan)
{
    private const int Deepest = 4;
    private const int MostMembers = 60;
    private const int LongestLine = 90;

    // Optional members without which a request says nothing.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "content", "text" };

    private readonly Dictionary<string, ModelPlan> _models = plan.Models.ToDictionary(model => model.Name, StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private string? _modelId;
    private bool _streams;
    private int _members;

    /// <summary>An expression for an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="indent">Spaces before the line on which the expression begins.</param>
    /// <param name="modelId">The AI model to call; null when the operation has none.</param>
    /// <param name="streams">Whether the answer is asked for as a stream.</param>
    public string Of(MethodArgument argument, int indent, string? modelId, bool streams)
    {
        (_modelId, _streams, _members) = (modelId, streams, 0);
        return Expression(argument.Type, argument.Name, indent, depth: 0);
    }

    private string Expression(string type, string name, int indent, int depth) => type.TrimEnd('?') switch
    {
        "string" => CSharp.Literal(IsModelName(name) && _modelId is not null ? _modelId : "…"),
        "int" or "long" or "double" or "float" or "decimal" => "1",
        "bool" => "true",
        "Guid" => "Guid.NewGuid()",
        "DateTimeOffset" => "DateTimeOffset.UnixEpoch",
        "DateOnly" => "new DateOnly(2026, 1, 31)",
        "Uri" => "new Uri(\"https://example.com/\")",
        "byte[]" => "[]",
        "JsonElement" => "System.Text.Json.JsonSerializer.SerializeToElement(\"…\")",
        "HttpContent" => "new StringContent(\"…\")",
        "Stream" => "Stream.Null",
        "ApiFile" => "HyperscaleSdk.ApiFile.Open(\"picture.png\")",
        "IEnumerable<ApiFile>" => "[HyperscaleSdk.ApiFile.Open(\"picture.png\")]",
        var list when list.StartsWith("IList<", StringComparison.Ordinal) => List(list[6..^1], name, indent, depth),
        var map when map.StartsWith("IDictionary<", StringComparison.Ordinal) => $"new Dictionary<{Qualified(map[12..^1])}>()",
        var other => _models.TryGetValue(other, out var model) ? Of(model, indent, depth) : "default!",
    };

    private string Of(ModelPlan model, int indent, int depth)
    {
        if (model is EnumPlan values)
        {
            return CSharp.Literal(values.Values.Count == 0 ? "…" : (values.Values.FirstOrDefault(value => string.Equals(value.Value, "user", StringComparison.Ordinal)) ?? values.Values[0]).Value);
        }

        if (depth > Deepest || !_open.Add(model.Name))
        {
            return "default!";
        }

        var text = model is ObjectPlan type ? Object(type, indent, depth) : Union((UnionPlan)model, indent, depth);
        _open.Remove(model.Name);
        return text;
    }

    private string Object(ObjectPlan model, int indent, int depth)
    {
        var members = new List<string>();
        foreach (var property in model.Properties.Where(property => property.Required || IsTelling(property, depth)))
        {
            var value = ++_members > MostMembers ? "default!" : Expression(property.Type.Code, property.JsonName, indent + 4, depth + 1);
            members.Add($"{property.Name} = {value}");
        }

        if (members.Count == 0)
        {
            return "new()";
        }

        var line = $"new() {{ {string.Join(", ", members)} }}";
        if (depth > 0 && line.Length + indent < LongestLine && !line.Contains('\n'))
        {
            return line;
        }

        var margin = new string(' ', indent);
        return $"new()\n{margin}{{\n{string.Concat(members.Select(member => $"{margin}    {member},\n"))}{margin}}}";
    }

    private bool IsTelling(PropertyPlan property, int depth)
        => Telling.Contains(property.JsonName) ? property.Type.Kind is TypeKind.String or TypeKind.Union
            : depth == 0 && _streams && string.Equals(property.JsonName, "stream", StringComparison.Ordinal) && property.Type.Kind == TypeKind.Boolean;

    // Text converts by itself; for anything else the type has to be named, with its namespace.
    private string Union(UnionPlan union, int indent, int depth)
    {
        if (union.Variants.Any(variant => variant.Type.Kind == TypeKind.String))
        {
            return "\"…\"";
        }

        var variant = union.Variants.FirstOrDefault(candidate => candidate.Type.Kind == TypeKind.Model && !_open.Contains(candidate.Type.Code)) ?? (union.Variants.Count > 0 ? union.Variants[0] : null);
        return variant is null
            ? $"{Qualified(union.Name)}.FromOther(default)"
            : string.Create(CultureInfo.InvariantCulture, $"{Qualified(union.Name)}.From{variant.Name}({Expression(variant.Type.Code, variant.Name, indent, depth + 1)})");
    }

    private string List(string element, string name, int indent, int depth)
        => Expression(element, name, indent, depth + 1) is var item && item is "default!" ? "[]" : $"[{item}]";

    private string Qualified(string type)
        => CSharpTokens.Rewrite(type, name => _models.TryGetValue(name, out var model) ? $"{model.Namespace}.{name}" : name);

    private static bool IsModelName(string name) => name is "model" or "modelName" or "modelId" or "model_name" or "model_id";
}
