using System.Text;

namespace HyperscaleSdk.Runtime;

/// <summary>The chat as plain text, for providers that take a prompt instead of messages; and JSON as an instruction.</summary>
public sealed partial class ChatCall
{
    /// <summary>The system messages, joined by blank lines; <see langword="null"/> when there are none.</summary>
    public string? SystemText
    {
        get
        {
            var texts = Messages.Where(message => message.Role == "system" && message.Text.Length > 0).Select(message => message.Text).ToList();
            return texts.Count == 0 ? null : string.Join("\n\n", texts);
        }
    }

    /// <summary>The whole chat as one text. A single user message is sent as it is; otherwise each turn is headed by its role.</summary>
    /// <param name="withoutSystem">Leaves the system messages out, because the provider takes them elsewhere.</param>
    public string Transcript(bool withoutSystem)
    {
        var turns = Turns(withoutSystem);
        if (turns is [{ Role: "user" } only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var turn in turns)
        {
            text.Append(turn.Role).Append(": ").Append(turn.Text).Append('\n');
        }

        return text.Append("assistant:").ToString();
    }

    /// <summary>The chat as one text per turn.</summary>
    /// <param name="withoutSystem">Leaves the system messages out, because the provider takes them elsewhere.</param>
    public IReadOnlyList<string> TranscriptTurns(bool withoutSystem) => Turns(withoutSystem).ConvertAll(static turn => turn.Text);

    /// <summary>Asks for JSON in words, for models that have no other way: the documented fallback of a response format.</summary>
    public void InstructJson()
        => Instruct(JsonSchema is { } schema
            ? "Answer with one JSON document that follows this JSON Schema, and nothing else:\n" + schema.GetRawText()
            : "Answer with one JSON document and nothing else.");

    /// <summary>The exception for a message part that the provider does not take.</summary>
    /// <param name="kind">The kind of part.</param>
    public static NotSupportedException UnsupportedPart(string kind)
        => new($"The provider takes no message part of the kind '{kind}'. Send text only, or choose a provider that takes images.");

    private List<WireMessage> Turns(bool withoutSystem)
        => Messages.Where(message => !withoutSystem || message.Role != "system").ToList();
}
