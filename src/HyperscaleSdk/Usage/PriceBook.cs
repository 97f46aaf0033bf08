using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Finds prices in won: those of the policy's price book go before those that the provider's binding knows.</summary>
internal static class PriceBook
{
    public static UsagePrice? Find(Policy? policy, string providerId, ProviderDescriptor? provider, string? model, DateTimeOffset startedAt)
    {
        var day = PolicyDate.InKorea(startedAt);
        var known = provider?.FindModel(model);
        PolicyPrice? best = null;
        foreach (var price in policy?.Prices ?? [])
        {
            // A price may stand under any name of the model: the served one is often a dated snapshot of the one that was asked for.
            if (price.Date <= day
                && !(price.Date < best?.Date)
                && string.Equals(price.Provider, providerId, StringComparison.OrdinalIgnoreCase)
                && (string.Equals(price.Model, model, StringComparison.OrdinalIgnoreCase) || known?.IsNamed(price.Model) == true))
            {
                best = price;
            }
        }

        return best is null ? UsagePrice.Find(provider, model, startedAt) : new UsagePrice
        {
            InputPerMillion = best.InputPerMillion,
            OutputPerMillion = best.OutputPerMillion,
            EffectiveFrom = new DateOnly(best.Date.Year, best.Date.Month, best.Date.Day),
            Source = best.Source ?? Policy.FileName,
        };
    }

    /// <summary>The most output that a call can have: as the request allows, or else as the model allows; null when neither is known.</summary>
    public static long? MaxOutputTokens(ProviderDescriptor? provider, string? model, long? requested)
    {
        var known = provider?.FindModel(model);
        return known?.Kind == ModelKind.Embedding ? 0 : requested ?? known?.MaxOutputTokens ?? known?.ContextTokens;
    }
}
