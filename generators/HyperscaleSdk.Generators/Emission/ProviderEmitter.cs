using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits what is known of the provider as data: descriptor and protocol.</summary>
internal static class ProviderEmitter
{
    public static string Emit(ClientPlan client, ProviderPlan plan)
    {
        var writer = SourceFile.Start(client.Namespace, "System", "HyperscaleSdk", "HyperscaleSdk.Runtime");
        writer.Summary($"What is known of {CSharp.Doc(plan.EnglishName)}: names, hosts, data handling, models and dated prices.", "");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public static class {client.Name}Provider"))
        {
            writer.Line($"/// <summary>The provider's id: <c>{CSharp.Doc(plan.Id)}</c>.</summary>");
            writer.Line($"public const string Id = {CSharp.Literal(plan.Id)};");
            writer.Line();
            writer.Line("/// <summary>The provider's facts.</summary>");
            writer.Line("public static ProviderDescriptor Descriptor { get; } = new()");
            writer.Line("{");
            foreach (var line in Descriptor(plan))
            {
                writer.Line("    " + line);
            }

            writer.Line("};");
            writer.Line();
            writer.Line("internal static ProviderProtocol Protocol { get; } = new()");
            writer.Line("{");
            foreach (var line in Protocol(plan))
            {
                writer.Line("    " + line);
            }

            writer.Line("};");
        }

        return writer.ToString();
    }

    private static IEnumerable<string> Descriptor(ProviderPlan plan)
    {
        yield return "Id = Id,";
        yield return $"EnglishName = {CSharp.Literal(plan.EnglishName)},";
        yield return $"KoreanName = {CSharp.Literal(plan.KoreanName)},";
        yield return $"TelemetryName = {CSharp.Literal(plan.TelemetryName)},";
        yield return $"DefaultBaseAddress = {(plan.BaseAddress is null ? "null" : $"new Uri({CSharp.Literal(plan.BaseAddress)})")},";
        yield return $"KeyVariable = {Optional(plan.KeyVariable)},";
        yield return $"Hosts = {List(plan.Hosts)},";
        foreach (var (name, flag) in new[] { ("IsExperimental", plan.IsExperimental), ("IsDeprecated", plan.IsDeprecated), ("AllowsInsecureHttp", plan.AllowsInsecureHttp) })
        {
            if (flag)
            {
                yield return name + " = true,";
            }
        }

        if (plan.NoPublicApiAsOf is { } day)
        {
            yield return $"NoPublicApiAsOf = {Date(day)},";
        }

        if (plan.AddressHint is { } hint)
        {
            yield return $"AddressHint = {CSharp.Literal(hint)},";
        }

        yield return "Data = new()";
        yield return "{";
        yield return $"    Countries = {List(plan.Data.Countries)},";
        yield return $"    TrainsOnInput = {(plan.Data.TrainsOnInput is { } trains ? (trains ? "true" : "false") : "null")},";
        yield return $"    RetentionDays = {Number(plan.Data.RetentionDays)},";
        if (plan.Data.RefusesPersonalData)
        {
            yield return "    RefusesPersonalData = true,";
        }

        yield return $"    Source = {CSharp.Literal(plan.Data.Source)},";
        yield return $"    AsOf = {Date(plan.Data.AsOf)},";
        yield return $"    Confidence = {Confidence(plan.Data.Confidence)},";
        yield return "},";
        if (plan.Models.Count == 0)
        {
            yield return "Models = [],";
            yield break;
        }

        yield return "Models =";
        yield return "[";
        foreach (var line in plan.Models.SelectMany(Model))
        {
            yield return "    " + line;
        }

        yield return "],";
    }

    private static IEnumerable<string> Model(AiModelPlan model)
    {
        yield return "new()";
        yield return "{";
        yield return $"    Id = {CSharp.Literal(model.Id)},";
        yield return $"    Kind = ModelKind.{(model.Kind == "embedding" ? "Embedding" : "Chat")},";
        if (model.Aliases.Count > 0)
        {
            yield return $"    Aliases = {List(model.Aliases)},";
        }

        yield return $"    ContextTokens = {Number(model.ContextTokens)},";
        yield return $"    MaxOutputTokens = {Number(model.MaxOutputTokens)},";
        yield return $"    Dimensions = {Number(model.Dimensions)},";
        if (model.Capabilities.Count > 0)
        {
            yield return $"    Capabilities = {string.Join(" | ", model.Capabilities.Select(ability => "ModelCapabilities." + CSharp.Pascal(ability, "None")))},";
        }

        if (model.EndOfService is { } end)
        {
            yield return $"    EndOfService = {Date(end)},";
        }

        if (model.Limits is { } limits)
        {
            yield return $"    Limits = new() {{ RequestsPerMinute = {Number(limits.RequestsPerMinute)}, TokensPerMinute = {Number(limits.TokensPerMinute)}, "
                + $"Source = {CSharp.Literal(limits.Source)}, AsOf = {Date(limits.AsOf)}, Confidence = {Confidence(limits.Confidence)} }},";
        }

        if (model.Prices.Count > 0)
        {
            yield return "    Prices =";
            yield return "    [";
            foreach (var price in model.Prices)
            {
                yield return $"        new() {{ EffectiveFrom = {Date(price.From)}, Currency = {CSharp.Literal(price.Currency)}, InputPerMillion = {Money(price.Input)}, OutputPerMillion = {Money(price.Output)}, "
                    + $"CachedInputPerMillion = {Money(price.CachedInput)}, Source = {CSharp.Literal(price.Source)}, Confidence = {Confidence(price.Confidence)} }},";
            }

            yield return "    ],";
        }

        yield return "},";
    }

    private static IEnumerable<string> Protocol(ProviderPlan plan)
    {
        yield return $"KeyHeader = {Optional(plan.Key.Header)},";
        yield return $"KeyPrefix = {CSharp.Literal(plan.Key.Prefix)},";
        if (plan.Key.Query is { } query)
        {
            yield return $"KeyQuery = {CSharp.Literal(query)},";
        }

        if (plan.Key.IsBasic)
        {
            yield return "KeyIsBasic = true,";
        }

        yield return $"KeyRequired = {(plan.KeyRequired ? "true" : "false")},";
        yield return "Errors = new()";
        yield return "{";
        foreach (var (name, values) in new[]
        {
            ("CodePointers", plan.Errors.Code), ("MessagePointers", plan.Errors.Message), ("TransientCodes", plan.Errors.Transient),
            ("PermanentCodes", plan.Errors.Permanent), ("RequestIdHeaders", plan.Errors.RequestIdHeaders), ("RetryAfterEpochHeaders", plan.Errors.RetryAfterEpochHeaders),
        })
        {
            if (values.Count > 0)
            {
                yield return $"    {name} = {List(values)},";
            }
        }

        if (plan.Errors.Advice.Count > 0)
        {
            yield return "    Advice = new System.Collections.Generic.Dictionary<string, string>(StringComparer.Ordinal)";
            yield return "    {";
            foreach (var advice in plan.Errors.Advice)
            {
                yield return $"        [{CSharp.Literal(advice.Code)}] = {CSharp.Literal(advice.Text)},";
            }

            yield return "    },";
        }

        if (plan.Errors.StatusFromCode)
        {
            yield return "    StatusFromCode = true,";
        }

        yield return "},";
    }

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(CSharp.Literal))}]";

    private static string Optional(string? text) => text is null ? "null" : CSharp.Literal(text);

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Money(string? value) => value is null ? "null" : value + "m";

    private static string Confidence(string value) => "FactConfidence." + CSharp.Pascal(value, "Unknown");

    private static string Date(string text)
    {
        var date = DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None);
        return FormattableString.Invariant($"new DateOnly({date.Year}, {date.Month}, {date.Day})");
    }
}
