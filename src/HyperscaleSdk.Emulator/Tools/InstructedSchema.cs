using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>
/// A JSON Schema that stands in the instructions: how a caller asks for structured output where the provider has no field for
/// it. A model follows it; so does the emulator.
/// </summary>
internal static class InstructedSchema
{
    public static JsonElement? Find(ChatPrompt prompt)
    {
        foreach (var turn in prompt.Turns.Reverse())
        {
            if (turn.Role is "assistant" or "tool" || !turn.Text.Contains("JSON", StringComparison.OrdinalIgnoreCase))
                continue;
            for (var at = turn.Text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = turn.Text.IndexOf('{', at + 1))
            {
                if (Parse(turn.Text[at..]) is { } value)
                    return IsSchema(value) ? value : null;
            }
        }

        return null;
    }

    // The text goes on after the value: only the first value is read.
    private static JsonElement? Parse(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: true, state: default);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSchema(JsonElement value)
        => value.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String;
}
