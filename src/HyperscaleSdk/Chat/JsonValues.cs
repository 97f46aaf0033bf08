using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Writes values of the caller's types as JSON without reflection of our own.</summary>
internal static class JsonValues
{
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The arguments of a tool call as the text of an object; what cannot be written becomes null.</summary>
    public static string ArgumentsText(IDictionary<string, object?>? arguments)
    {
        if (arguments is null or { Count: 0 })
        {
            return "{}";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                if (!TryWrite(writer, value))
                {
                    writer.WriteNullValue();
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What a tool returned, as text: strings as they are, others as JSON, what cannot be written as nothing.</summary>
    public static string ResultText(FunctionResultContent result)
    {
        if (result.Exception is not null)
        {
            return "Error: the tool failed.";
        }

        return result.Result switch
        {
            null => string.Empty,
            string text => text,
            TextContent content => content.Text,
            JsonElement { ValueKind: JsonValueKind.Undefined } => string.Empty,
            JsonElement element => element.GetRawText(),
            var other => Text(other),
        };
    }

    public static bool TryToElement(object value, out JsonElement element)
    {
        if (value is JsonElement given)
        {
            element = given;
            return given.ValueKind != JsonValueKind.Undefined;
        }

        element = default;
        var text = Text(value);
        if (text.Length == 0)
        {
            return false;
        }

        element = JsonElement.Parse(text);
        return true;
    }

    private static string Text(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        if (!TryWrite(writer, value))
        {
            return string.Empty;
        }

        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool TryWrite(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); return true;
            case string text: writer.WriteStringValue(text); return true;
            case bool flag: writer.WriteBooleanValue(flag); return true;
            case int number: writer.WriteNumberValue(number); return true;
            case long number: writer.WriteNumberValue(number); return true;
            case short number: writer.WriteNumberValue(number); return true;
            case byte number: writer.WriteNumberValue(number); return true;
            case uint number: writer.WriteNumberValue(number); return true;
            case ulong number: writer.WriteNumberValue(number); return true;
            case decimal number: writer.WriteNumberValue(number); return true;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); return true;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); return true;
            case Guid guid: writer.WriteStringValue(guid); return true;
            case DateTimeOffset time: writer.WriteStringValue(time); return true;
            case DateTime time: writer.WriteStringValue(time); return true;
            case DateOnly date: JsonWrite.DateOnly(writer, date); return true;
            case Uri uri: JsonWrite.Uri(writer, uri); return true;
            case JsonElement element: JsonWrite.Element(writer, element); return true;
            case JsonDocument document: document.RootElement.WriteTo(writer); return true;
            case JsonNode node: node.WriteTo(writer); return true;
            default: return TryWriteByTypeInfo(writer, value);
        }
    }

    private static bool TryWriteByTypeInfo(Utf8JsonWriter writer, object value)
    {
        try
        {
            if (!AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var type))
            {
                return false;
            }

            // Into a value of its own first: a failure half-way must not leave half a value behind.
            JsonSerializer.SerializeToElement(value, type).WriteTo(writer);
            return true;
        }
        catch (Exception)
        {
            // The caller's own getters and converters run here: whatever they throw, the value cannot be written.
            return false;
        }
    }
}
