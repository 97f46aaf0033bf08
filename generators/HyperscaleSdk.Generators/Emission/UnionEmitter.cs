using System;
using System.Collections.Generic;
using System.Globalization;
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

            // A name in letters without case (Hangul) is its own camel case: the function would hide the property.
            var function = CSharp.Camel(variant.Name, "variant");
            var value = function == variant.Name ? "this." + variant.Name : variant.Name;
            writer.Line($"    {lead} {value} is {{ }} value{i} ? {function}(value{i})");
            lead = ":";
        }

        writer.Line($"    {lead} other(Other ?? default);");
        writer.Line();
    }

    private static void EmitRead(CodeWriter writer, UnionPlan plan)
    {
        var exact = Exact(plan).ToList();
        var shaped = plan.Variants.Where(variant => IsObject(variant.Type) && !IsTagged(plan, variant)).ToList();
        if (shaped.Count == 1)
        {
            exact.Add(("reader.TokenType == JsonTokenType.StartObject", shaped[0]));
            shaped.Clear();
        }

        if (shaped.Count > 0)
        {
            writer.Line($"private static readonly JsonShape[] _shapes = [{string.Join(", ", shaped.Select(variant => Shape(variant, shaped)))}];");
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static {plan.Name} ReadJson(ref Utf8JsonReader reader)"))
        {
            writer.Line("var start = reader;");
            if (exact.Count > 0)
            {
                EmitChoice(writer, $"for (var choice = 0; choice < {exact.Count}; choice++)", exact.Select((choice, index) => ($"{index} when {choice.Condition}", choice.Variant)));
            }

            if (shaped.Count > 0)
            {
                // Where every variant has values of one member for itself, another value is none of theirs: only without that member the shape has to do.
                var tag = shaped[0].TagMember is { } member && shaped.TrueForAll(variant => variant.TagMember == member) ? $", {CSharp.Utf8(member)}" : "";
                EmitChoice(writer, $"foreach (var choice in JsonPeek.ByShape(reader, _shapes{tag}))", shaped.Select((variant, index) => (index.ToString(CultureInfo.InvariantCulture), variant)));
            }

            writer.Line("return FromOther(JsonRead.Element(ref reader));");
        }

        writer.Line();
    }

    private static void EmitChoice(CodeWriter writer, string loop, IEnumerable<(string Label, VariantPlan Variant)> choices)
    {
        using (writer.Block(loop))
        {
            using (writer.Block("try"))
            {
                using (writer.Block("switch (choice)"))
                {
                    foreach (var (label, variant) in choices)
                    {
                        writer.Line($"case {label}: return From{variant.Name}({variant.Type.Read("reader")});");
                    }
                }
            }

            using (writer.Block("catch (JsonException)"))
            {
                writer.Line("// It looked like a variant but is none: the next one is tried, and at last it is kept as it is.");
                writer.Line("reader = start;");
            }
        }
    }

    // What a tag or the kind of the value tells apart.
    private static IEnumerable<(string Condition, VariantPlan Variant)> Exact(UnionPlan plan)
    {
        foreach (var variant in plan.Variants.Where(variant => IsObject(variant.Type) && variant is { TagMember: not null, Tags.Count: > 0 }))
        {
            var tags = string.Join(" or ", variant.Tags.Select(CSharp.Literal));
            yield return ($"JsonPeek.String(reader, {CSharp.Utf8(variant.TagMember!)}) is {tags}", variant);
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

    // A declared discriminator says all there is to say; a tag that was found in the schemas may also be missing.
    private static bool IsTagged(UnionPlan plan, VariantPlan variant) => plan.HasDiscriminator && variant.Tags.Count > 0;

    // Members that all have tell nothing.
    private static string Shape(VariantPlan variant, List<VariantPlan> all)
    {
        var telling = variant.Members.Where(member => !all.TrueForAll(other => other.Members.Contains(member, StringComparer.Ordinal)));
        return $"new([{Names(variant.Required)}], [{Names(telling)}])";
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(CSharp.Literal));

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
