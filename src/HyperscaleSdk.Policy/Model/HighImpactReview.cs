namespace HyperscaleSdk.Policies;

/// <summary>The record of a review whether a use is high-impact AI, AI Basic Act art. 33(1).</summary>
public sealed record HighImpactReview
{
    /// <summary>The area that was reviewed.</summary>
    public required HighImpactDomain Domain { get; init; }

    /// <summary>What it found; null when it is still to be made.</summary>
    public HighImpactResult? Result { get; init; }

    /// <summary>When it was made; null when it is still to be made.</summary>
    public PolicyDate? Date { get; init; }

    /// <summary>Who made it, by role; null when not stated.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Where it is kept; null when not stated.</summary>
    public string? Evidence { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }
}
