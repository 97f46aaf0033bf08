using System.Text.Json;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Walks a JSON Schema and writes one instance of it.</summary>
internal sealed class JsonInstanceWriter(Utf8JsonWriter writer, JsonElement root, PromptHints hints, bool requiredOnly)
{
    // Beyond this depth only what is required is written, so that recursive schemas end.
    private const int GenerousDepth = 6;
    private const int MaximumDepth = 32;
    private const int MaximumValues = 5000;

    private int _numbersUsed;
    private int _values;

    public void Write(JsonElement schema, string name, int depth)
    {
        schema = SchemaReading.Resolve(root, schema);
        if (++_values > MaximumValues || depth > MaximumDepth || schema.ValueKind != JsonValueKind.Object)
        {
            writer.WriteNullValue();
            return;
        }

        if (schema.TryGetProperty("const", out var constant))
            constant.WriteTo(writer);
        else if (SchemaReading.Array(schema, "enum") is [_, ..] values)
            PickEnum(values).WriteTo(writer);
        else if (SchemaReading.Alternative(root, schema, depth > GenerousDepth) is { } alternative)
            Write(alternative, name, depth + 1);
        else
            WriteTyped(schema, name, depth);
    }

    private void WriteTyped(JsonElement schema, string name, int depth)
    {
        switch (SchemaReading.TypeOf(schema))
        {
            case "object":
                WriteObject(schema, depth);
                break;
            case "array":
                WriteArray(schema, name, depth);
                break;
            case "integer":
                writer.WriteNumberValue(SchemaNumbers.Integer(schema, NextNumber(number => number == decimal.Truncate(number))));
                break;
            case "number":
                writer.WriteNumberValue(SchemaNumbers.Number(schema, NextNumber(_ => true)));
                break;
            case "boolean":
                writer.WriteBooleanValue(true);
                break;
            case "null":
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(SchemaStrings.Create(schema, name, hints));
                break;
        }
    }

    private void WriteObject(JsonElement schema, int depth)
    {
        var properties = SchemaReading.Properties(root, schema);
        var required = SchemaReading.Required(root, schema);
        var generous = depth <= GenerousDepth && (!requiredOnly || required.Count == 0);
        writer.WriteStartObject();
        foreach (var (key, value) in properties)
        {
            if (!generous && !required.Contains(key))
                continue;
            writer.WritePropertyName(key);
            Write(value, key, depth + 1);
        }

        foreach (var key in required.Where(key => !properties.ContainsKey(key)))
            writer.WriteString(key, hints.Text);
        writer.WriteEndObject();
    }

    private void WriteArray(JsonElement schema, string name, int depth)
    {
        var minimum = SchemaReading.Count(schema, "minItems") ?? 0;
        var maximum = SchemaReading.Count(schema, "maxItems") ?? int.MaxValue;
        var count = depth > GenerousDepth ? minimum : Math.Clamp(2, minimum, Math.Max(minimum, maximum));
        writer.WriteStartArray();
        for (var i = 0; i < Math.Min(count, 100) && _values < MaximumValues; i++)
        {
            if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object)
                WriteItem(items, name, depth, i);
            else
                writer.WriteStringValue(Keyword(i));
        }

        writer.WriteEndArray();
    }

    private void WriteItem(JsonElement items, string name, int depth, int index)
    {
        var resolved = SchemaReading.Resolve(root, items);
        if (SchemaReading.IsPlainString(resolved))
            writer.WriteStringValue(SchemaStrings.Fit(resolved, Keyword(index)));
        else
            Write(resolved, name, depth + 1);
    }

    private string Keyword(int index) => hints.Keywords.Count == 0 ? hints.Text : hints.Keywords[index % hints.Keywords.Count];

    private JsonElement PickEnum(IReadOnlyList<JsonElement> values)
    {
        foreach (var value in values)
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && hints.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return values[0];
    }

    private decimal? NextNumber(Func<decimal, bool> fits)
    {
        for (; _numbersUsed < hints.Numbers.Count; _numbersUsed++)
        {
            if (fits(hints.Numbers[_numbersUsed]))
                return hints.Numbers[_numbersUsed++];
        }

        return null;
    }
}
