using HyperscaleSdk;
using HyperscaleSdk.Emulator;
using Microsoft.Extensions.Configuration;

namespace Quickstart;

/// <summary>Where each supplier is reached: at its own address when there is a key, otherwise at an emulator in this process.</summary>
internal sealed class Suppliers : IAsyncDisposable
{
    private readonly EmulatorHost? _emulator;

    private Suppliers(IConfiguration configuration, EmulatorHost? emulator)
    {
        Configuration = configuration;
        _emulator = emulator;
    }

    public IConfiguration Configuration { get; }

    public static async Task<Suppliers> StartAsync(params ProviderDescriptor[] providers)
    {
        var keyless = providers.Where(provider => !HasKey(provider)).ToList();
        if (keyless.Count == 0)
        {
            return new Suppliers(new ConfigurationBuilder().Build(), emulator: null);
        }

        var emulator = await EmulatorHost.StartAsync();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var provider in keyless)
        {
            settings[$"Hyperscale:{provider.Id}:BaseAddress"] = emulator.GetBaseUrl(provider.Id).ToString();
            settings[$"Hyperscale:{provider.Id}:ApiKey"] = "emulator";
        }

        var variables = string.Join(", ", keyless.Select(provider => provider.KeyVariable));
        await Console.Error.WriteLineAsync(
            $"키가 없어({variables}) 내장 에뮬레이터 {emulator.BaseAddress}가 답합니다. / No key ({variables}): the built-in emulator answers.");
        return new Suppliers(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), emulator);
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private static bool HasKey(ProviderDescriptor provider)
        => new[] { provider.KeyVariable, provider.Id.ToUpperInvariant().Replace('-', '_') + "_API_KEY" }
            .Any(variable => variable is not null && !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable)));
}
