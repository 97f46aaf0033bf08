namespace HyperscaleSdk;

/// <summary>Finds a provider's key: options, the provider's own variable, then <c>&lt;PROVIDER_ID&gt;_API_KEY</c>.</summary>
internal static class ApiKeys
{
    public static string? Find(ProviderDescriptor provider, HyperscaleClientOptions options)
        => Usable(options.ApiKey)
            ?? (provider.KeyVariable is { } own ? Usable(Environment.GetEnvironmentVariable(own)) : null)
            ?? Usable(Environment.GetEnvironmentVariable(GeneralVariable(provider)));

    public static string Variables(ProviderDescriptor provider)
        => provider.KeyVariable is { } own && !string.Equals(own, GeneralVariable(provider), StringComparison.Ordinal)
            ? $"{own} (or {GeneralVariable(provider)})"
            : GeneralVariable(provider);

    private static string GeneralVariable(ProviderDescriptor provider)
        => string.Concat(provider.Id.ToUpperInvariant().Replace('-', '_'), "_API_KEY");

    private static string? Usable(string? key) => string.IsNullOrWhiteSpace(key) ? null : key.Trim();
}
