namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Where the reasoning text goes.</summary>
internal enum ReasoningPlace
{
    /// <summary>In a member of its own.</summary>
    Apart,

    /// <summary>In the content, between tags.</summary>
    Inline,

    /// <summary>It is counted, not shown.</summary>
    Nowhere,
}
