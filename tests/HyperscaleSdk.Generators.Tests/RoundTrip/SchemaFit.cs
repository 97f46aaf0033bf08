using System.Globalization;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Whether a value loosely fits its schema: kinds, required members and formats. Documents often give examples that do not.</summary>
internal static class SchemaFit
{
    private const int Deepest = 64;

    /// <summary>Why the value does not fit; null when it does.</summary>
    public static string? Problem(ApiSchema? schema, SpecNode value, int depth = 0)
    {
        if (schema is null || schema.Broken || depth > Deepest)
        {
            return null;
        }

        if (value.Kind == SpecNodeKind.Null)
        {
            return AllowsNull(schema, depth) ? null : "null where null is not allowed";
        }

        return Kind(schema, value)
            ?? schema.AllOf.Select(part => Problem(part, value, depth + 1)).FirstOrDefault(problem => problem is not null)
            ?? AnyOf(schema.OneOf, value, depth)
            ?? AnyOf(schema.AnyOf, value, depth)
            ?? value.Items.Select(item => Problem(schema.Items, item, depth + 1)).FirstOrDefault(problem => problem is not null)
            ?? Members(schema, value, depth);
    }

    private static bool AllowsNull(ApiSchema schema, int depth)
    {
        var says = schema.Nullable || (schema.Types == ApiTypes.None && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 && schema.Properties.Count == 0);
        return says || schema.OneOf.Concat(schema.AnyOf).Concat(schema.AllOf).Any(part => depth < Deepest && AllowsNull(part, depth + 1));
    }

    private static string? Kind(ApiSchema schema, SpecNode value)
    {
        var kind = value.Kind switch
        {
            SpecNodeKind.Mapping => ApiTypes.Object,
            SpecNodeKind.Sequence => ApiTypes.Array,
            SpecNodeKind.String => ApiTypes.String,
            SpecNodeKind.Boolean => ApiTypes.Boolean,
            _ => value.TryGetInt64(out _) ? ApiTypes.Integer | ApiTypes.Number : ApiTypes.Number,
        };
        var allowed = schema.Types != ApiTypes.None ? schema.Types : schema.Items is not null ? ApiTypes.Array : schema.Properties.Count > 0 ? ApiTypes.Object : ~ApiTypes.None;
        return (allowed & kind) == ApiTypes.None ? $"{Name(value)} where {Name(allowed)} is expected"
            : allowed == ApiTypes.String && value.AsString() is { } text ? Format(schema.Format, text)
            : schema.Format == "int32" && value.TryGetInt64(out var whole) && whole is < int.MinValue or > int.MaxValue ? "a number beyond int32"
            : null;
    }

    private static string? Format(string? format, string text)
    {
        var fits = format switch
        {
            "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
            "uri" or "url" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            _ => true,
        };
        return fits ? null : $"a string that is no {format}";
    }

    private static string? AnyOf(IReadOnlyList<ApiSchema> variants, SpecNode value, int depth)
        => variants.Count == 0 || variants.Any(variant => Problem(variant, value, depth + 1) is null) ? null : "a value that fits none of the variants";

    private static string? Members(ApiSchema schema, SpecNode value, int depth)
    {
        if (value.Kind != SpecNodeKind.Mapping)
        {
            return null;
        }

        if (schema.Required.Any(name => value[name] is null))
        {
            return "an object that lacks a required member";
        }

        foreach (var member in value.Members)
        {
            var property = schema.Properties.Find(property => property.Name == member.Name)?.Schema ?? schema.AdditionalProperties;
            if (Problem(property, member.Value, depth + 1) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string Name(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Mapping => "an object",
        SpecNodeKind.Sequence => "an array",
        SpecNodeKind.String => "a string",
        SpecNodeKind.Boolean => "a boolean",
        _ => value.TryGetInt64(out _) ? "a whole number" : "a number",
    };

    private static string Name(ApiTypes types) => types.ToString().ToLowerInvariant();
}
