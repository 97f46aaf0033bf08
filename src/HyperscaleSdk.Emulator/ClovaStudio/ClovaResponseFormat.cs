using System.Text.Json;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary><c>responseFormat</c>: <c>{"type":"json","schema":{…}}</c>, on the thinking model only.</summary>
internal static class ClovaResponseFormat
{
    public static JsonElement? Read(RequestFields body, ClovaModel model)
    {
        if (body.Object("responseFormat") is not { } format)
            return null;
        if (!model.Thinks)
            throw ClovaErrors.Unsupported("the model has no responseFormat.");
        var fields = body.Inner(format);
        if (fields.Text("type") is not "json")
            throw ClovaErrors.InvalidParameter("responseFormat.type", "the type must be json.");
        if (fields.Any("schema") is not { ValueKind: JsonValueKind.Object } schema)
            throw ClovaErrors.InvalidSchema("schema must be an object.");
        CheckSchema(schema);
        return schema;
    }

    private static void CheckSchema(JsonElement schema)
    {
        if (schema.TryGetProperty("pattern", out _))
            throw ClovaErrors.InvalidSchema("pattern is not supported.");
        if (schema.TryGetProperty("type", out var type) && !IsType(type))
            throw ClovaErrors.InvalidSchema("unknown type.");
        if (schema.TryGetProperty("properties", out var properties))
        {
            if (properties.ValueKind != JsonValueKind.Object)
                throw ClovaErrors.InvalidSchema("properties must be an object.");
            foreach (var property in properties.EnumerateObject())
                CheckNested(property.Value);
        }

        if (schema.TryGetProperty("items", out var items))
            CheckNested(items);
        if (schema.TryGetProperty("anyOf", out var anyOf) && anyOf.ValueKind == JsonValueKind.Array)
        {
            foreach (var branch in anyOf.EnumerateArray())
                CheckNested(branch);
        }
    }

    private static void CheckNested(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            throw ClovaErrors.InvalidSchema("a schema must be an object.");
        CheckSchema(schema);
    }

    private static bool IsType(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is "string" or "number" or "integer" or "boolean" or "object" or "array" or "null",
        JsonValueKind.Array => type.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String && IsType(one)),
        _ => false,
    };
}
