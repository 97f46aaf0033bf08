using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>The end of a message's text so far that may be the beginning of a placeholder.</summary>
internal sealed class HeldText
{
    public string Text { get; set; } = string.Empty;

    public string Reasoning { get; set; } = string.Empty;

    public bool IsEmpty => Text.Length == 0 && Reasoning.Length == 0;

    /// <summary>The message's latest update: what an update of the rest alone has to look like.</summary>
    public ChatResponseUpdate? Latest { get; set; }
}
