using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits an object schema: a class that reads and writes itself.</summary>
internal static class ObjectEmitter
{
    public static string Emit(ObjectPlan plan)
    {
        var needsSystem = plan.Properties.Any(property => property.Deprecated || NeedsSystem(property.Type));
        var writer = SourceFile.Start(
            plan.Namespace, needsSystem ? "System" : "", "System.Collections.Generic", "System.Text.Json", "System.Text.Json.Serialization", "HyperscaleSdk.Runtime");
        writer.Summary(plan.Doc, plan.Name + ".");
        SourceFile.Deprecated(writer, plan.Deprecated);
        SourceFile.ModelAttributes(writer, plan.Name);
        using (writer.Block($"public sealed partial class {plan.Name} : IJsonModel<{plan.Name}>"))
        {
            foreach (var property in plan.Properties)
            {
                EmitProperty(writer, property);
            }

            writer.Line("/// <summary>Members that the document does not name; they survive a round trip. Null when there are none.</summary>");
            writer.Line($"public IDictionary<string, JsonElement>? {plan.UnknownName} {{ get; set; }}");
            // Before its members are read, or set by a binding, the required ones are not there yet.
            writer.Line($"internal static {plan.Name} CreateEmpty() => {Empty(plan)};");
            writer.Line();
            EmitDerived(writer, plan);
            EmitRead(writer, plan);
            writer.Line();
            EmitWrite(writer, plan);
        }

        return writer.ToString();
    }

    private static bool NeedsSystem(TypePlan type)
        => type.Kind is TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.Uri || (type.Element is { } element && NeedsSystem(element));

    private static string Empty(ObjectPlan plan)
    {
        var required = plan.Properties.Where(property => property.Required)
            .Select(property => $"{property.Name} = {(property.MayBeNull || property.Type.IsValueType ? "default" : "null!")}");
        return string.Join(", ", required) is { Length: > 0 } members ? $"new() {{ {members} }}" : "new()";
    }

    private static void EmitProperty(CodeWriter writer, PropertyPlan property)
    {
        writer.Summary(property.Doc, $"The member <c>{CSharp.Doc(property.JsonName)}</c>.");
        var type = property.Type.Code + (property.MayBeNull ? "?" : "");
        if (property.Field is { } field)
        {
            SourceFile.Obsolete(writer, deprecated: true);
            EmitAttributes(writer, property);
            writer.Line($"public {type} {property.Name} {{ get => {field}; set => {field} = value; }}");
            writer.Line($"internal {type} {field};");
            writer.Line();
            return;
        }

        SourceFile.Deprecated(writer, property.Deprecated);
        EmitAttributes(writer, property);
        writer.Line($"public {(property.Required ? "required " : "")}{type} {property.Name} {{ get; set; }}");
        writer.Line();
    }

    private static void EmitDerived(CodeWriter writer, ObjectPlan plan)
    {
        foreach (var derived in plan.Derived)
        {
            var type = derived.Type.Name;
            writer.Line($"/// <summary>This as a <see cref=\"{type}\"/>, with the members that only it has; null unless it says <c>{string.Join("</c> or <c>", derived.Tags.Select(CSharp.Doc))}</c>.</summary>");
            writer.Line($"public {type}? As{derived.Name}() => {derived.Condition} ? JsonRead.As<{type}>(this) : null;");
            writer.Line($"/// <summary>A <see cref=\"{type}\"/> as what the document calls for in general; nothing of it is lost.</summary>");
            writer.Line($"public static {plan.Name} From{derived.Name}({type} value) => JsonRead.As<{plan.Name}>(value);");
            writer.Line();
        }
    }

    private static void EmitAttributes(CodeWriter writer, PropertyPlan property)
    {
        if (property.Attributes.Length > 0)
        {
            writer.Line(property.Attributes);
        }
    }

    private static void EmitRead(CodeWriter writer, ObjectPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        var previous = "";
        if (plan.Repeats)
        {
            writer.Line($"public static {plan.Name} ReadJson(ref Utf8JsonReader reader) => ReadJson(ref reader, null);");
            writer.Line("/// <inheritdoc/>");
            previous = $", {plan.Name}? previous";
        }

        using (writer.Block($"public static {plan.Name} ReadJson(ref Utf8JsonReader reader{previous})"))
        {
            writer.Line("JsonRead.StartObject(ref reader);");
            writer.Line("var model = CreateEmpty();");
            var flags = plan.Properties.Where(property => property.Required && !property.MayBeNull && property.Type.IsValueType).ToList();
            for (var i = 0; i < flags.Count; i++)
            {
                writer.Line($"var has{i} = false;");
            }

            using (writer.Block("while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)"))
            {
                var word = "if";
                foreach (var property in plan.Properties)
                {
                    writer.Line($"{word} (reader.ValueTextEquals({CSharp.Utf8(property.JsonName)})) {ReadMember(property, plan.Repeats, flags.IndexOf(property))}");
                    word = "else if";
                }

                writer.Line($"{(plan.Properties.Count == 0 ? "" : "else ")}model.{plan.UnknownName} = JsonRead.Unknown(ref reader, model.{plan.UnknownName}{(plan.Repeats ? $", previous?.{plan.UnknownName}" : "")});");
            }

            foreach (var property in plan.Properties.Where(property => property.Required && !property.MayBeNull))
            {
                var flag = flags.IndexOf(property);
                var present = flag >= 0 ? $"has{flag}" : $"model.{property.Storage} is not null";
                writer.Line($"JsonRead.Require({present}, {CSharp.Literal(property.JsonName)}, {CSharp.Literal(plan.Name)});");
            }

            writer.Line("return model;");
        }
    }

    private static string ReadMember(PropertyPlan property, bool repeats, int flag)
    {
        var read = repeats ? property.Type.ReadBeside("reader", $"previous?.{property.Storage}") : property.Type.Read("reader");
        if (property is { MayBeNull: true, Type.Kind: not TypeKind.Any })
        {
            return $"model.{property.Storage} = JsonRead.NextIsNull(ref reader) ? {Null(property.Type)} : {read};";
        }

        // Free JSON can be null by itself, which is more than not being there.
        var assign = $"reader.Read(); model.{property.Storage} = {read};";
        return flag >= 0 ? $"{{ {assign} has{flag} = true; }}" : $"{{ {assign} }}";
    }

    // A bare null would become an open enum by way of its conversion from string.
    private static string Null(TypePlan type) => type.Kind == TypeKind.Enum ? $"default({type.Code}?)" : "null";

    private static void EmitWrite(CodeWriter writer, ObjectPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public void WriteJson(Utf8JsonWriter writer)"))
        {
            writer.Line("writer.WriteStartObject();");
            var index = 0;
            foreach (var property in plan.Properties)
            {
                if (!property.MayBeNull)
                {
                    writer.Line(property.Type.WriteMember("writer", property.JsonName, property.Storage) + ";");
                    continue;
                }

                var value = "value" + index++.ToString(System.Globalization.CultureInfo.InvariantCulture);
                writer.Line($"if ({property.Storage} is {{ }} {value}) {{ {property.Type.WriteMember("writer", property.JsonName, value)}; }}");
                if (property.Required)
                {
                    writer.Line($"else writer.WriteNull({CSharp.Utf8(property.JsonName)});");
                }
            }

            writer.Line($"JsonWrite.Members(writer, {plan.UnknownName});");
            writer.Line("writer.WriteEndObject();");
        }
    }
}
