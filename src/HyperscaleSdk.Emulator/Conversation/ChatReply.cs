namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>An answer with what it used.</summary>
internal sealed record ChatReply(string Text, string Thinking, IReadOnlyList<ToolCall> ToolCalls, ReplyEnding Ending, int ThinkingTokens, int OutputTokens);
