using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Writes JSON that fits a JSON Schema, with values taken from the prompt where they fit.</summary>
internal static class JsonInstance
{
    /// <param name="schema">The schema; null: any object, so the empty one.</param>
    /// <param name="hints">Where values come from.</param>
    /// <param name="requiredOnly">Leave optional properties out (arguments of a call) or fill them in (an answer).</param>
    public static string CreateText(JsonElement? schema, PromptHints hints, bool requiredOnly)
    {
        if (schema is not { ValueKind: JsonValueKind.Object } root)
            return "{}";
        return Encoding.UTF8.GetString(JsonBytes.Write(writer => new JsonInstanceWriter(writer, root, hints, requiredOnly).Write(root, "", 0)));
    }

    /// <summary>The answer to a request for "any JSON object".</summary>
    public static string CreateAnswerObject(string answer, PromptHints hints) => Encoding.UTF8.GetString(JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("answer", answer);
        writer.WriteStartArray("keywords");
        foreach (var keyword in hints.Keywords.Take(3))
            writer.WriteStringValue(keyword);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));
}
