namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>A function call; <paramref name="Arguments"/> is the text of a JSON object.</summary>
internal sealed record ToolCall(string Id, string Name, string Arguments);
