namespace HyperscaleSdk.Cli;

/// <summary>What the command line sets on a client's options; null leaves the client's own default.</summary>
internal sealed record ClientSettings(string? ApiKey, Uri? BaseAddress, string? Model)
{
    /// <summary>How much is sent in a minute; null for no limit of our own.</summary>
    public ClientRateLimits? RateLimits { get; init; }

    public TOptions ApplyTo<TOptions>(TOptions options)
        where TOptions : HyperscaleClientOptions
    {
        options.ApiKey = ApiKey;
        options.BaseAddress = BaseAddress;
        options.Model = Model;
        options.EmbeddingModel = Model;
        options.RateLimits = RateLimits;
        return options;
    }

    /// <summary>Without the key, so that it cannot be printed by accident.</summary>
    public override string ToString() => $"{BaseAddress?.ToString() ?? "(default)"} {Model ?? "(default)"}";
}
