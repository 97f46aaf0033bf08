namespace HyperscaleSdk.Cli;

/// <summary>The environment variables that hold a provider's key, in the order in which the SDK's clients look.</summary>
internal static class ApiKeyVariables
{
    public static string? Find(ProviderDescriptor provider)
        => NamesOf(provider).Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    public static IReadOnlyList<string> NamesOf(ProviderDescriptor provider) => NamesOf(provider.Id, provider.KeyVariable);

    public static IReadOnlyList<string> NamesOf(string providerId, string? own)
    {
        var general = providerId.ToUpperInvariant().Replace('-', '_') + "_API_KEY";
        return own is not null && !string.Equals(own, general, StringComparison.Ordinal) ? [own, general] : [general];
    }
}
