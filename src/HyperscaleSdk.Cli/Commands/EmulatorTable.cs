using System.Globalization;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Commands;

/// <summary>What an emulator serves, one line a provider, in columns that fit.</summary>
internal static class EmulatorTable
{
    private const int ShownModels = 3;
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(EmulatorHost host)
    {
        var addresses = host.Providers.ToDictionary(id => id, id => host.GetBaseUrl(id).ToString(), StringComparer.Ordinal);
        var ids = host.Providers.Max(id => id.Length);
        var urls = addresses.Values.Max(address => address.Length);
        yield return Line("Provider", "Base URL", "Models");
        foreach (var id in host.Providers)
        {
            yield return Line(id, addresses[id], Models(host.GetModels(id)));
        }

        string Line(string id, string address, string models) => id.PadRight(ids) + Gap + address.PadRight(urls) + Gap + models;
    }

    private static string Models(IReadOnlyList<string> models) => models.Count <= ShownModels + 1
        ? string.Join(", ", models)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", models.Take(ShownModels))} and {models.Count - ShownModels} more");
}
