namespace HyperscaleSdk.Policies;

/// <summary>How users are told that AI is at work, AI Basic Act art. 31.</summary>
public sealed record Transparency
{
    /// <summary>The notice before use (art. 31(1)); null when not stated.</summary>
    public TransparencyMeasure? Notice { get; init; }

    /// <summary>The label on what AI makes (art. 31(2)); null when not stated.</summary>
    public TransparencyMeasure? Label { get; init; }
}
