namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>One message of a conversation, whatever the provider calls its parts.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Text">All text parts, joined by line breaks.</param>
/// <param name="Pictures">What each image is: its format and size, or where it lies.</param>
/// <param name="ToolCalls">Calls that an assistant message made.</param>
/// <param name="ToolCallId">The call that a tool message answers.</param>
internal sealed record ChatTurn(string Role, string Text, IReadOnlyList<string> Pictures, IReadOnlyList<ToolCall> ToolCalls, string? ToolCallId)
{
    public bool IsUser => Role is "user";

    public int Images => Pictures.Count;
}
