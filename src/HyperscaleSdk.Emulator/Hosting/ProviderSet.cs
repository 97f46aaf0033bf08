using HyperscaleSdk.Emulator.ClovaStudio;
using HyperscaleSdk.Emulator.Etri;
using HyperscaleSdk.Emulator.FabriX;
using HyperscaleSdk.Emulator.KoGpt;
using HyperscaleSdk.Emulator.OpenAI;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>The providers of one emulator.</summary>
internal sealed class ProviderSet(IReadOnlyList<IProvider> all)
{
    public IReadOnlyList<IProvider> All { get; } = all;

    public IReadOnlyList<string> Ids { get; } = [.. all.Select(provider => provider.Id)];

    public static ProviderSet Create() => new(
    [
        new ClovaStudioProvider(),
        .. OpenAIDialects.All.Select(dialect => new OpenAIProvider(dialect)),
        new FabriXProvider(),
        new KoGptProvider(),
        new EtriProvider(),
    ]);

    public IProvider Get(string id)
        => All.FirstOrDefault(provider => string.Equals(provider.Id, id, StringComparison.Ordinal))
            ?? throw new ArgumentException($"Unknown provider '{id}'. Known: {string.Join(", ", Ids)}.", nameof(id));

    /// <summary>The provider that owns a path, and the rest of the path below its prefix.</summary>
    public (IProvider? Provider, string Below) Match(string path)
    {
        foreach (var provider in All)
        {
            if (!path.StartsWith(provider.Prefix, StringComparison.Ordinal))
                continue;
            var rest = path[provider.Prefix.Length..];
            if (rest.Length == 0 || rest[0] == '/')
                return (provider, rest);
        }

        return (null, path);
    }
}
