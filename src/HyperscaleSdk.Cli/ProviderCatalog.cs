namespace HyperscaleSdk.Cli;

/// <summary>The providers that the command line knows: all that the SDK has unified clients for.</summary>
internal static class ProviderCatalog
{
    private const string FirstChoice = ClovaStudioProvider.Id;

    public static IReadOnlyList<ProviderEntry> All { get; } =
        [.. HyperscaleProviders.All.Where(clients => clients.HasChat || clients.HasEmbeddings).Select(clients => new ProviderEntry(clients))];

    public static string KnownIds => string.Join(", ", All.Select(provider => provider.Id));

    public static ProviderEntry? Find(string id) => All.FirstOrDefault(provider => string.Equals(provider.Id, id, StringComparison.Ordinal));

    /// <summary>The provider to use when none is named: the only one that has a key, or CLOVA Studio.</summary>
    public static ProviderEntry Default()
    {
        // Several APIs of one supplier share a key: the supplier's own (the shorter id) counts.
        var withKey = All.Where(provider => ApiKeyVariables.Find(provider.Descriptor) is not null)
            .GroupBy(provider => ApiKeyVariables.Find(provider.Descriptor), StringComparer.Ordinal)
            .Select(same => same.MinBy(provider => provider.Id.Length)!)
            .ToList();
        return withKey.Count == 1 ? withKey[0] : Find(FirstChoice)!;
    }
}
