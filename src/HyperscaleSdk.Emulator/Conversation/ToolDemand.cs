namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>Whether a function must be called.</summary>
internal enum ToolDemand
{
    Auto,
    None,
    Required,
    Named,
}
