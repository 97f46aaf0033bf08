namespace HyperscaleSdk.Cli;

/// <summary>The providers that the command line knows. A new provider is one more line here.</summary>
internal static class ProviderCatalog
{
    public static IReadOnlyList<ProviderEntry> All { get; } =
    [
        new(
            ClovaStudioProvider.Descriptor,
            static (settings, http) => new ClovaStudioChatClient(settings.ApplyTo(new ClovaStudioOptions()), http),
            static (settings, http) => new ClovaStudioEmbeddingGenerator(settings.ApplyTo(new ClovaStudioOptions()), http)),
        new(
            UpstageProvider.Descriptor,
            static (settings, http) => new UpstageChatClient(settings.ApplyTo(new UpstageOptions()), http),
            static (settings, http) => new UpstageEmbeddingGenerator(settings.ApplyTo(new UpstageOptions()), http)),
    ];

    public static string KnownIds => string.Join(", ", All.Select(provider => provider.Id));

    public static ProviderEntry? Find(string id) => All.FirstOrDefault(provider => string.Equals(provider.Id, id, StringComparison.Ordinal));

    /// <summary>The provider to use when none is named: the only one that has a key, or the first.</summary>
    public static ProviderEntry Default()
    {
        var withKey = All.Where(provider => ApiKeyVariables.Find(provider.Descriptor) is not null).ToList();
        return withKey.Count == 1 ? withKey[0] : All[0];
    }
}
