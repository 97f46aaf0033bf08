using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HyperscaleSdk;

/// <summary>Copies JSON with its texts changed. Tokens that do not change keep their bytes; comments are left out.</summary>
internal static class JsonRewriter
{
    private const int MaxDepth = 1000;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = MaxDepth };

    /// <param name="element">The value.</param>
    /// <param name="key">The name that the whole value has; null without one.</param>
    /// <param name="rule">Changes a text.</param>
    /// <returns>The same element when nothing changed.</returns>
    public static JsonElement Rewrite(JsonElement element, string? key, JsonTextRule rule)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return element;
        }

        var json = JsonMarshal.GetRawUtf8Value(element);
        var output = new ArrayBufferWriter<byte>(json.Length + 64);
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        if (!Copy(json, key, rule, writer))
        {
            return element;
        }

        writer.Flush();
        return JsonElement.Parse(output.WrittenSpan, new JsonDocumentOptions { MaxDepth = MaxDepth });
    }

    private static bool Copy(ReadOnlySpan<byte> json, string? key, JsonTextRule rule, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true, MaxDepth = MaxDepth });
        var keys = new Stack<string?>();
        var current = key;
        var changed = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Comment:
                    changed = true;
                    continue;
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    keys.Push(current);
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    keys.Push(current);
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    current = keys.Pop();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    current = keys.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    current = JsonTokenText.Of(ref reader);
                    var name = rule(current, null, true);
                    changed |= !ReferenceEquals(name, current);
                    writer.WritePropertyName(name);
                    break;
                case JsonTokenType.String or JsonTokenType.Number:
                    changed |= Value(ref reader, json, current, rule, writer);
                    break;
                default:
                    writer.WriteRawValue(Token(ref reader, json), skipInputValidation: true);
                    break;
            }
        }

        return changed;
    }

    private static bool Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string? key, JsonTextRule rule, Utf8JsonWriter writer)
    {
        var text = JsonTokenText.Of(ref reader);
        var rewritten = rule(text, key, false);
        if (ReferenceEquals(rewritten, text))
        {
            writer.WriteRawValue(Token(ref reader, json), skipInputValidation: true);
            return false;
        }

        writer.WriteStringValue(rewritten);
        return true;
    }

    private static ReadOnlySpan<byte> Token(ref Utf8JsonReader reader, ReadOnlySpan<byte> json) => json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
}
