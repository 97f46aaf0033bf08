using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits a union: a class that holds exactly one variant, or the raw JSON of what none of them fits.</summary>
internal static class UnionEmitter
{
    public static string Emit(UnionPlan plan)
    {
        var writer = SourceFile.Start(plan.Namespace, "System", "System.Collections.Generic", "System.Text.Json", "System.Text.Json.Serialization", "HyperscaleSdk.Runtime");
        writer.Summary(plan.Doc, plan.Name + ".");
        writer.Line($"/// <remarks>Holds exactly one of its properties. What fits none is kept as raw JSON in <see cref=\"Other\"/>.{(plan.Deprecated ? " Deprecated by the provider." : "")}</remarks>");
        SourceFile.ModelAttributes(writer, plan.Name);
        using (writer.Block($"public sealed partial class {plan.Name} : IJsonModel<{plan.Name}>"))
        {
            writer.Line($"private {plan.Name}() {{ }}");
            writer.Line();
            foreach (var variant in plan.Variants)
            {
                writer.Summary(variant.Doc, $"The value when it is {Described(variant)}; otherwise null.");
                writer.Line($"public {variant.Type.Code}? {variant.Name} {{ get; private init; }}");
                writer.Line();
            }

            writer.Line("/// <summary>The value when it is none of the others; otherwise null.</summary>");
            writer.Line("public JsonElement? Other { get; private init; }");
            writer.Line();
            EmitFactories(writer, plan);
            EmitMatch(writer, plan);
            EmitRead(writer, plan);
            EmitWrite(writer, plan);
        }

        return writer.ToString();
    }

    private static string Described(VariantPlan variant) => variant.Type.Kind switch
    {
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"a <see cref=\"{variant.Type.Name}\"/>",
        TypeKind.List or TypeKind.Singles => "an array",
        TypeKind.Map => "an object",
        TypeKind.String => "a string",
        TypeKind.Boolean => "true or false",
        _ => "a number",
    };

    private static void EmitFactories(CodeWriter writer, UnionPlan plan)
    {
        foreach (var variant in plan.Variants)
        {
            writer.Line("/// <summary>Creates it from this variant.</summary>");
            writer.Line($"public static {plan.Name} From{variant.Name}({variant.Type.Code} value) => new() {{ {variant.Name} = value }};");
            if (variant.Type.Kind is not (TypeKind.List or TypeKind.Map or TypeKind.Singles))
            {
                writer.Line("/// <summary>Creates it from this variant.</summary>");
                writer.Line($"public static implicit operator {plan.Name}({variant.Type.Code} value) => From{variant.Name}(value);");
            }

            writer.Line();
        }

        writer.Line("/// <summary>Creates it from raw JSON.</summary>");
        writer.Line($"public static {plan.Name} FromOther(JsonElement value) => new() {{ Other = value }};");
        writer.Line();
    }

    private static void EmitMatch(CodeWriter writer, UnionPlan plan)
    {
        var parameters = plan.Variants.Select(variant => $"Func<{variant.Type.Code}, TResult> {CSharp.Camel(variant.Name, "variant")}")
            .Concat(new[] { "Func<JsonElement, TResult> other" });
        writer.Line("/// <summary>Calls the function of the variant that it holds.</summary>");
        writer.Line($"public TResult Match<TResult>({string.Join(", ", parameters)})");
        var lead = "=>";
        for (var i = 0; i < plan.Variants.Count; i++)
        {
            var variant = plan.Variants[i];
            writer.Line($"    {lead} {variant.Name} is {{ }} value{i} ? {CSharp.Camel(variant.Name, "variant")}(value{i})");
            lead = ":";
        }

        writer.Line($"    {lead} other(Other ?? default);");
        writer.Line();
    }

    private static void EmitRead(CodeWriter writer, UnionPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static {plan.Name} ReadJson(ref Utf8JsonReader reader)"))
        {
            writer.Line("var start = reader;");
            using (writer.Block("try"))
            {
                foreach (var (condition, variant) in Choices(plan))
                {
                    writer.Line($"if ({condition}) return From{variant.Name}({variant.Type.Read("reader")});");
                }
            }

            using (writer.Block("catch (JsonException)"))
            {
                writer.Line("// It looked like a variant but is none: it is kept as it is.");
                writer.Line("reader = start;");
            }

            writer.Line("return FromOther(JsonRead.Element(ref reader));");
        }

        writer.Line();
    }

    // In the order in which they are tried: the exact ones (tag, required members) before the shapes.
    private static IEnumerable<(string Condition, VariantPlan Variant)> Choices(UnionPlan plan)
    {
        foreach (var variant in plan.Variants.Where(variant => IsObject(variant.Type) && variant is { TagMember: not null, Tags.Count: > 0 }))
        {
            var tags = string.Join(" or ", variant.Tags.Select(CSharp.Literal));
            yield return ($"reader.TokenType == JsonTokenType.StartObject && JsonPeek.String(reader, {CSharp.Utf8(variant.TagMember!)}) is {tags}", variant);
        }

        // A tag that nobody declared may be missing on the wire: then the shape has to do.
        var untagged = plan.Variants.Where(variant => IsObject(variant.Type) && (variant.Tags.Count == 0 || !plan.HasDiscriminator)).ToList();
        foreach (var variant in untagged.OrderByDescending(variant => variant.Required.Count))
        {
            var has = untagged.Count == 1 || variant.Required.Count == 0
                ? ""
                : string.Concat(variant.Required.Select(member => $" && JsonPeek.Has(reader, {CSharp.Utf8(member)})"));
            yield return ("reader.TokenType == JsonTokenType.StartObject" + has, variant);
        }

        var lists = plan.Variants.Where(variant => variant.Type.Kind is TypeKind.List or TypeKind.Singles).ToList();
        foreach (var variant in lists)
        {
            var item = variant.Type.Kind == TypeKind.Singles ? "JsonTokenType.Number" : TokenOf(variant.Type.Element!);
            var peek = lists.Count == 1 || item is null ? "" : $" && JsonPeek.FirstItem(reader) is {item} or JsonTokenType.EndArray";
            yield return ("reader.TokenType == JsonTokenType.StartArray" + peek, variant);
        }

        foreach (var variant in plan.Variants.Where(variant => !IsObject(variant.Type) && variant.Type.Kind is not (TypeKind.List or TypeKind.Singles)))
        {
            yield return variant.Type.Kind switch
            {
                TypeKind.Int32 or TypeKind.Int64 => ("reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _)", variant),
                _ => ($"reader.TokenType is {TokenOf(variant.Type)}", variant),
            };
        }
    }

    private static bool IsObject(TypePlan type) => type.Kind is TypeKind.Model or TypeKind.Map or TypeKind.Union;

    private static string? TokenOf(TypePlan type) => type.Kind switch
    {
        TypeKind.Any => null,
        TypeKind.Boolean => "JsonTokenType.True or JsonTokenType.False",
        TypeKind.List or TypeKind.Singles => "JsonTokenType.StartArray",
        TypeKind.Model or TypeKind.Map or TypeKind.Union => "JsonTokenType.StartObject",
        _ when type.IsNumber => "JsonTokenType.Number",
        _ => "JsonTokenType.String",
    };

    private static void EmitWrite(CodeWriter writer, UnionPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public void WriteJson(Utf8JsonWriter writer)"))
        {
            var word = "if";
            for (var i = 0; i < plan.Variants.Count; i++)
            {
                writer.Line($"{word} ({plan.Variants[i].Name} is {{ }} value{i}) {plan.Variants[i].Type.Write("writer", "value" + i)};");
                word = "else if";
            }

            writer.Line($"{(plan.Variants.Count == 0 ? "" : "else ")}JsonWrite.Element(writer, Other ?? default);");
        }
    }
}
