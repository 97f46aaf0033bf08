namespace HyperscaleSdk.Tests.Providers;

/// <summary>Where the facts are asked.</summary>
/// <param name="Address">The base address.</param>
/// <param name="Key">The key.</param>
/// <param name="Clock">The time.</param>
/// <param name="RetryDelay">The wait before a retry.</param>
internal sealed record LiveEndpoint(Uri Address, string Key, TimeProvider Clock, TimeSpan RetryDelay)
{
    /// <summary>The variable that names the providers whose endpoints may be called and may bill for it.</summary>
    public const string OptIn = "HYPERSCALE_LIVE";

    /// <summary>The endpoint of a provider, if whoever runs the tests has asked for it and can call it.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The endpoint, or why it is not called.</returns>
    public static (LiveEndpoint? Endpoint, string? Reason) Find(ProviderDescriptor provider, Func<string, string?> variable)
    {
        if (!Wanted(variable).Contains(provider.Id, StringComparer.Ordinal))
        {
            return (null, $"No live endpoint of {provider.Id} is called: {OptIn} does not name it (for example {OptIn}=upstage).");
        }

        var stem = provider.Id.ToUpperInvariant().Replace('-', '_');
        var names = new[] { provider.KeyVariable, stem + "_API_KEY" }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (names.Select(variable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is not { } key)
        {
            return (null, $"No live endpoint of {provider.Id} is called: {OptIn} names it, but {string.Join(" or ", names)} holds no key.");
        }

        var place = $"{OptIn}_{stem}_URL";
        var address = variable(place) is { Length: > 0 } url ? new Uri(url) : provider.DefaultBaseAddress;
        return address is null
            ? (null, $"No live endpoint of {provider.Id} is called: it has no address of its own; name one in {place}.")
            : (new LiveEndpoint(address, key.Trim(), TimeProvider.System, TimeSpan.FromSeconds(1)), null);
    }

    /// <summary>The providers that are asked for, by id.</summary>
    public static IReadOnlyList<string> Wanted(Func<string, string?> variable)
        => (variable(OptIn) ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Without the key, so that no test prints it.</summary>
    public override string ToString() => Address.ToString();
}
