namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>Why an answer ended.</summary>
internal enum ReplyEnding
{
    Stop,
    StopSequence,
    Length,
    ToolCalls,
}
