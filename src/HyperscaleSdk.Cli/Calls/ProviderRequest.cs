namespace HyperscaleSdk.Cli.Calls;

/// <summary>Which provider is called, where, and what keeps the books. Null means not given.</summary>
internal sealed record ProviderRequest(ProviderEntry? Provider, string? Model, Uri? BaseUrl, string? LedgerPath)
{
    /// <summary>How much is sent in a minute.</summary>
    public ClientRateLimits? RateLimits { get; init; }
}
