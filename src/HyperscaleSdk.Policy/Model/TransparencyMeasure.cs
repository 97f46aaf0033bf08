namespace HyperscaleSdk.Policies;

/// <summary>A notice or a label.</summary>
public sealed record TransparencyMeasure
{
    /// <summary>Its words; null when not stated.</summary>
    public string? Text { get; init; }

    /// <summary>Where it can be seen: a file of the repository, a screen, an article of the terms of use.</summary>
    public required string Evidence { get; init; }
}
