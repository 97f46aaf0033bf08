namespace HyperscaleSdk.Policies;

/// <summary>A notice or a label.</summary>
public sealed record TransparencyMeasure
{
    /// <summary>Its words; null when not stated.</summary>
    public string? Text { get; init; }

    /// <summary>Where it can be seen: a file of the repository, a screen, an article of the terms of use; null when still to be made.</summary>
    public string? Evidence { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }
}
