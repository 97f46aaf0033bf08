using System.Text.Json;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Reads the parts of a JSON Schema that matter for writing an instance.</summary>
internal static class SchemaReading
{
    /// <summary>Follows local <c>$ref</c>s; one that leads nowhere or round in a circle gives the empty schema.</summary>
    public static JsonElement Resolve(JsonElement root, JsonElement schema)
    {
        for (var hops = 0; hops < 16; hops++)
        {
            if (schema.ValueKind != JsonValueKind.Object || Text(schema, "$ref") is not { } reference)
                return schema;
            if (!TryFollow(root, reference, out schema))
                return default;
        }

        return default;
    }

    /// <summary>The branch of <c>anyOf</c> or <c>oneOf</c> to write: the first that is not null; a null one when <paramref name="shortest"/>.</summary>
    public static JsonElement? Alternative(JsonElement root, JsonElement schema, bool shortest)
    {
        var branches = Array(schema, "anyOf") ?? Array(schema, "oneOf");
        if (branches is not [_, ..])
            return null;
        var resolved = branches.Select(branch => Resolve(root, branch)).ToList();
        var index = resolved.FindIndex(branch => IsNull(branch) == shortest);
        return resolved[Math.Max(index, 0)];
    }

    /// <summary>The type to write; the first that is not null when several are allowed.</summary>
    public static string TypeOf(JsonElement schema)
    {
        if (Text(schema, "type") is { } single)
            return single;
        if (Array(schema, "type") is { } several)
            return several.Select(type => type.ToString()).FirstOrDefault(type => type is not "null") ?? "null";
        if (schema.TryGetProperty("properties", out _) || schema.TryGetProperty("allOf", out _) || schema.TryGetProperty("required", out _))
            return "object";
        return schema.TryGetProperty("items", out _) ? "array" : "string";
    }

    public static bool IsPlainString(JsonElement schema)
        => schema.ValueKind == JsonValueKind.Object && TypeOf(schema) is "string"
            && !schema.TryGetProperty("enum", out _) && !schema.TryGetProperty("const", out _) && !schema.TryGetProperty("format", out _)
            && !schema.TryGetProperty("anyOf", out _) && !schema.TryGetProperty("oneOf", out _);

    public static Dictionary<string, JsonElement> Properties(JsonElement root, JsonElement schema)
    {
        Dictionary<string, JsonElement> result = new(StringComparer.Ordinal);
        foreach (var part in WithAllOf(root, schema))
        {
            if (part.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in properties.EnumerateObject())
                    result[property.Name] = property.Value;
            }
        }

        return result;
    }

    public static HashSet<string> Required(JsonElement root, JsonElement schema)
        => WithAllOf(root, schema).SelectMany(part => Array(part, "required") ?? [])
            .Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<JsonElement>? Array(JsonElement schema, string name)
        => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    public static string? Text(JsonElement schema, string name)
        => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number that is small enough to calculate with.</summary>
    public static decimal? Number(JsonElement schema, string name)
        => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var number) && number is >= -1e18m and <= 1e18m ? number : null;

    public static int? Count(JsonElement schema, string name)
        => Number(schema, name) is { } number and >= 0 and <= 1_000_000 ? (int)number : null;

    private static IEnumerable<JsonElement> WithAllOf(JsonElement root, JsonElement schema)
        => (Array(schema, "allOf") ?? []).Select(part => Resolve(root, part)).Where(part => part.ValueKind == JsonValueKind.Object).Append(schema);

    private static bool IsNull(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && Text(schema, "type") is "null";

    private static bool TryFollow(JsonElement root, string reference, out JsonElement target)
    {
        target = root;
        if (!reference.StartsWith('#'))
            return false;
        foreach (var segment in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(name, out target))
                return false;
        }

        return true;
    }
}
