namespace HyperscaleSdk;

/// <summary>How much an account may send to a model in a minute. Where a provider has tiers, these are those of the lowest.</summary>
public sealed record RateLimits
{
    /// <summary>Requests a minute; <see langword="null"/> when unknown.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens a minute, input and asked-for output together; <see langword="null"/> when unknown.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Where this was read.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the source was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How sure it is.</summary>
    public required FactConfidence Confidence { get; init; }
}
