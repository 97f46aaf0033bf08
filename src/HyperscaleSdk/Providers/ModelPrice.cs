namespace HyperscaleSdk;

/// <summary>A dated list price, without value-added tax.</summary>
public sealed record ModelPrice
{
    /// <summary>The first day (Korean time) on which the price holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The currency as an ISO 4217 code, for example <c>KRW</c>. The ledger computes a cost in won only from <c>KRW</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Price of a million input tokens; <see langword="null"/> when unknown.</summary>
    public decimal? InputPerMillion { get; init; }

    /// <summary>Price of a million output tokens; <see langword="null"/> when unknown or when the model has no output tokens.</summary>
    public decimal? OutputPerMillion { get; init; }

    /// <summary>Price of a million input tokens read from the provider's cache; <see langword="null"/> means that they cost as much as others.</summary>
    public decimal? CachedInputPerMillion { get; init; }

    /// <summary>Where the price was read.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the price is.</summary>
    public required FactConfidence Confidence { get; init; }
}
