using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Scripts;

/// <summary>
/// Reads a script: JSON with <c>\u</c> escapes, or the same percent-encoded as a header needs it; anything that is no JSON object
/// is the text itself.
/// </summary>
internal static class ReplyScriptParser
{
    private static readonly string[] Members =
        ["text", "pieces", "reasoning", "toolCalls", "refusal", "finishReason", "inputTokens", "outputTokens", "reasoningTokens", "cachedTokens"];

    /// <returns>The script, or null when it is JSON with a wrong member.</returns>
    public static ReplyScript? Parse(string source)
    {
        var text = source.StartsWith('{') ? source : Uri.UnescapeDataString(source);
        if (!text.StartsWith('{'))
            return new ReplyScript { Text = text };
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    // Wrong kinds throw InvalidOperationException or FormatException in the reader's own words.
    private static ReplyScript? Read(JsonElement json)
    {
        if (json.EnumerateObject().Any(member => !Members.Contains(member.Name, StringComparer.Ordinal)))
            return null;
        var pieces = json.TryGetProperty("pieces", out var given) ? given.EnumerateArray().Select(piece => piece.GetString() ?? "").ToList() : null;
        return new ReplyScript
        {
            Text = Text(json, "text") ?? string.Concat(pieces ?? []),
            Pieces = pieces,
            Reasoning = Text(json, "reasoning") ?? "",
            ToolCalls = json.TryGetProperty("toolCalls", out var calls) ? [.. calls.EnumerateArray().Select(ReadCall)] : [],
            Refusal = Text(json, "refusal"),
            FinishReason = Text(json, "finishReason"),
            InputTokens = Number(json, "inputTokens"),
            OutputTokens = Number(json, "outputTokens"),
            ReasoningTokens = Number(json, "reasoningTokens"),
            CachedTokens = Number(json, "cachedTokens"),
        };
    }

    private static ToolCall ReadCall(JsonElement call, int index)
    {
        var name = Text(call, "name") ?? throw new FormatException();
        var arguments = call.TryGetProperty("arguments", out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "{}";
        var id = Text(call, "id") ?? string.Create(CultureInfo.InvariantCulture, $"call_{StableHash.Of(name + arguments, (ulong)index):x16}{index:x8}");
        return new ToolCall(id, name, arguments);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}
