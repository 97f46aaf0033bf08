namespace HyperscaleSdk;

/// <summary>Where and how a provider handles what it is sent. Unknown stays unknown: rules treat it as the worse case.</summary>
public sealed record DataHandling
{
    /// <summary>Countries (ISO 3166-1 alpha-2) in which inputs are processed; empty when unknown, which counts as abroad.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Whether inputs are used for training; <see langword="null"/> when unknown.</summary>
    public bool? TrainsOnInput { get; init; }

    /// <summary>How long inputs are kept, in days; <see langword="null"/> when unknown.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>
    /// Whether personal data must not be sent at all, for example because nothing is encrypted on the way; <see langword="false"/> by default.
    /// The provider's clients then refuse a call in which some is found (<see cref="PersonalDataBlockedException"/>), whatever a guard is told to do with it.
    /// </summary>
    public bool RefusesPersonalData { get; init; }

    /// <summary>Where this was read.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the source was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How sure it is.</summary>
    public required FactConfidence Confidence { get; init; }
}
