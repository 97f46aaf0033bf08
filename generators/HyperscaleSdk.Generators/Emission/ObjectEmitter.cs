using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits an object schema: a class that reads and writes itself.</summary>
internal static class ObjectEmitter
{
    public static string Emit(ObjectPlan plan)
    {
        var writer = SourceFile.Start(
            plan.Namespace, "System", "System.Collections.Generic", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "HyperscaleSdk.Runtime");
        writer.Summary(plan.Doc, plan.Name + ".");
        SourceFile.Deprecated(writer, plan.Deprecated);
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public sealed partial class {plan.Name} : IJsonModel<{plan.Name}>"))
        {
            EmitConstructors(writer, plan);
            foreach (var property in plan.Properties)
            {
                EmitProperty(writer, property);
            }

            writer.Line("/// <summary>Members that the document does not name; they survive a round trip. Null when there are none.</summary>");
            writer.Line($"public IDictionary<string, JsonElement>? {plan.UnknownName} {{ get; set; }}");
            writer.Line();
            EmitRead(writer, plan);
            writer.Line();
            EmitWrite(writer, plan);
        }

        return writer.ToString();
    }

    private static void EmitConstructors(CodeWriter writer, ObjectPlan plan)
    {
        writer.Line("/// <summary>Creates it with the required members.</summary>");
        writer.Line($"public {plan.Name}() {{ }}");
        writer.Line();
        var required = plan.Properties.Where(property => !property.MayBeNull && !property.Type.IsValueType).Select(property => $" {property.Name} = null!;");
        writer.Line("[SetsRequiredMembers]");
        writer.Line($"internal {plan.Name}(JsonInit _) {{{string.Concat(required)} }}");
        writer.Line();
    }

    private static void EmitProperty(CodeWriter writer, PropertyPlan property)
    {
        writer.Summary(property.Doc, $"The member <c>{CSharp.Doc(property.JsonName)}</c>.");
        SourceFile.Deprecated(writer, property.Deprecated);
        var type = property.Type.Code + (property.MayBeNull ? "?" : "");
        writer.Line($"public {(property.Required ? "required " : "")}{type} {property.Name} {{ get; set; }}");
        writer.Line();
    }

    private static void EmitRead(CodeWriter writer, ObjectPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static {plan.Name} ReadJson(ref Utf8JsonReader reader)"))
        {
            writer.Line("JsonRead.StartObject(ref reader);");
            writer.Line($"var model = new {plan.Name}(default(JsonInit));");
            writer.Line("IDictionary<string, JsonElement>? unknown = null;");
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
                    writer.Line($"{word} (reader.ValueTextEquals({CSharp.Utf8(property.JsonName)})) {ReadMember(property, flags.IndexOf(property))}");
                    word = "else if";
                }

                writer.Line("else JsonRead.Unknown(ref reader, ref unknown);");
            }

            foreach (var property in plan.Properties.Where(property => property.Required && !property.MayBeNull))
            {
                var flag = flags.IndexOf(property);
                var present = flag >= 0 ? $"has{flag}" : $"model.{property.Name} is not null";
                writer.Line($"JsonRead.Require({present}, {CSharp.Literal(property.JsonName)}, {CSharp.Literal(plan.Name)});");
            }

            writer.Line($"model.{plan.UnknownName} = unknown;");
            writer.Line("return model;");
        }
    }

    private static string ReadMember(PropertyPlan property, int flag)
    {
        if (property.MayBeNull)
        {
            return $"model.{property.Name} = JsonRead.NextIsNull(ref reader) ? {Null(property.Type)} : {property.Type.Read("reader")};";
        }

        var assign = $"reader.Read(); model.{property.Name} = {property.Type.Read("reader")};";
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
                    writer.Line(property.Type.WriteMember("writer", property.JsonName, property.Name) + ";");
                    continue;
                }

                var value = "value" + index++.ToString(System.Globalization.CultureInfo.InvariantCulture);
                writer.Line($"if ({property.Name} is {{ }} {value}) {{ {property.Type.WriteMember("writer", property.JsonName, value)}; }}");
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
