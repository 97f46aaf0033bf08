namespace HyperscaleSdk.Runtime;

/// <summary>A message of the normalised request. For generated code.</summary>
public sealed class WireMessage
{
    internal WireMessage(string role, string text)
    {
        Role = role;
        Text = text;
    }

    /// <summary><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</summary>
    public string Role { get; }

    /// <summary>All text of the message joined; empty when there is none.</summary>
    public string Text { get; internal set; }

    /// <summary>The parts in order; <see langword="null"/> when the message is nothing but text.</summary>
    public IReadOnlyList<WirePart>? Parts { get; internal init; }

    /// <summary>The tool calls of an assistant message; empty when there are none.</summary>
    public IReadOnlyList<WireToolCall> ToolCalls { get; internal init; } = [];

    /// <summary>The id of the call that a tool message answers; otherwise <see langword="null"/>.</summary>
    public string? ToolCallId { get; internal init; }

    /// <summary>The name of the tool that a tool message answers for; <see langword="null"/> when the call is not in the history.</summary>
    public string? ToolName { get; internal init; }

    /// <summary>The author's name as the caller gave it; <see langword="null"/> when there is none.</summary>
    public string? AuthorName { get; internal init; }

    /// <summary>The raw representation that the caller's message carries; <see langword="null"/> when there is none.</summary>
    public object? Raw { get; internal init; }
}
