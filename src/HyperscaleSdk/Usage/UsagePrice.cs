namespace HyperscaleSdk;

/// <summary>A dated list price in Korean won, without value-added tax, as it was when the call started.</summary>
public sealed record UsagePrice
{
    /// <summary>Won for a million input tokens; <see langword="null"/> when unknown.</summary>
    public decimal? InputPerMillion { get; init; }

    /// <summary>Won for a million output tokens; <see langword="null"/> when unknown or when the model has no output tokens.</summary>
    public decimal? OutputPerMillion { get; init; }

    /// <summary>Won for a million cached input tokens; <see langword="null"/> means that they cost as much as other input.</summary>
    public decimal? CachedInputPerMillion { get; init; }

    /// <summary>The first day (Korean time) on which the price holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where the price was read.</summary>
    public required string Source { get; init; }

    /// <summary>Finds the price in won of a model at a moment.</summary>
    /// <param name="provider">The provider; <see langword="null"/> finds nothing.</param>
    /// <param name="modelId">The model's id or alias; <see langword="null"/> finds nothing.</param>
    /// <param name="startedAt">When the call started; its Korean day (UTC+9) decides.</param>
    /// <returns>The price, or <see langword="null"/> when none is known or the price is not in won.</returns>
    public static UsagePrice? Find(ProviderDescriptor? provider, string? modelId, DateTimeOffset startedAt)
    {
        var price = provider?.FindModel(modelId)?.PriceOn(KoreanTime.DateOf(startedAt));
        if (price is null || !string.Equals(price.Currency, "KRW", StringComparison.Ordinal))
        {
            return null;
        }

        return new UsagePrice
        {
            InputPerMillion = price.InputPerMillion,
            OutputPerMillion = price.OutputPerMillion,
            CachedInputPerMillion = price.CachedInputPerMillion,
            EffectiveFrom = price.EffectiveFrom,
            Source = price.Source,
        };
    }

    /// <summary>The cost of a call: input, cached input and output at their prices.</summary>
    /// <param name="inputTokens">All input tokens, the cached ones included; <see langword="null"/> counts as none.</param>
    /// <param name="cachedInputTokens">The part of the input that came from the cache; <see langword="null"/> counts as none.</param>
    /// <param name="outputTokens">Output tokens, reasoning included; <see langword="null"/> counts as none.</param>
    /// <returns>Won, rounded half away from zero to 4 decimals; <see langword="null"/> when a price that is needed is unknown.</returns>
    public decimal? CostOf(long? inputTokens, long? cachedInputTokens, long? outputTokens)
    {
        var input = Math.Max(0, inputTokens ?? 0);
        var cached = Math.Clamp(cachedInputTokens ?? 0, 0, input);
        var output = Math.Max(0, outputTokens ?? 0);
        var cost = PartOf(input - cached, InputPerMillion)
            + PartOf(cached, CachedInputPerMillion ?? InputPerMillion)
            + PartOf(output, OutputPerMillion);

        return cost is { } won ? decimal.Round(won / 1_000_000m, 4, MidpointRounding.AwayFromZero) : null;
    }

    private static decimal? PartOf(long tokens, decimal? perMillion) => tokens == 0 ? 0m : tokens * perMillion;
}
