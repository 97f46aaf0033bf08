using System.Globalization;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Emulator;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Calls;

/// <summary>Everything that one command needs to call a provider: key, address, ledger and, without a key, the emulator.</summary>
internal sealed class ProviderSession : IAsyncDisposable
{
    private const string EmulatorKey = "emulator";

    private ClientSettings _settings;
    private readonly EmulatorHost? _emulator;
    private readonly HttpClient? _loopbackClient;

    private ProviderSession(ProviderEntry provider, ClientSettings settings, CallTally tally, EmulatorHost? emulator)
    {
        Provider = provider;
        Tally = tally;
        _settings = settings;
        _emulator = emulator;
        _loopbackClient = settings.BaseAddress is { IsAbsoluteUri: true, IsLoopback: true } ? DirectClient() : null;
    }

    public ProviderEntry Provider { get; }

    /// <summary>What the calls of this session used.</summary>
    public CallTally Tally { get; }

    /// <summary>Whether the emulator in this process answers.</summary>
    public bool IsEmulated => _emulator is not null;

    public static async Task<ProviderSession> OpenAsync(ProviderRequest request, CliConsole console, CancellationToken cancellationToken)
    {
        var provider = request.Provider ?? ProviderCatalog.Default();
        var key = ApiKeyVariables.Find(provider.Descriptor);
        var ledger = request.LedgerPath is { } path ? await SqliteUsageLedger.OpenAsync(path, cancellationToken: cancellationToken) : null;
        var tally = new CallTally(ledger);
        try
        {
            if (key is null && request.BaseUrl is null)
            {
                var emulator = await StartEmulatorAsync(provider, cancellationToken);
                await console.Error.WriteLineAsync(
                    $"No key in {ApiKeyVariables.NamesOf(provider.Descriptor)[0]}: the built-in emulator answers for {provider.Id}. · 키가 없어 내장 에뮬레이터가 대신 답합니다.");
                return new ProviderSession(provider, new ClientSettings(EmulatorKey, emulator.GetBaseUrl(provider.Id), request.Model) { RateLimits = request.RateLimits }, tally, emulator);
            }

            if (request.BaseUrl is null && provider.Descriptor.DefaultBaseAddress is null)
            {
                throw NoAddress(provider.Descriptor);
            }

            key ??= request.BaseUrl is { IsLoopback: true } ? EmulatorKey : null;

            // A server of this machine has no limit that a provider has written down.
            var limits = request.BaseUrl is { IsLoopback: true } ? request.RateLimits : (request.RateLimits ?? new ClientRateLimits()) with { UseDocumented = true };
            return new ProviderSession(provider, new ClientSettings(key, request.BaseUrl, request.Model) { RateLimits = limits }, tally, emulator: null);
        }
        catch
        {
            await tally.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the server for its first model when nobody names one: a server of one's own has what it was started with.</summary>
    /// <returns>The model; null when one is named or known, or when the server does not say.</returns>
    public async Task<string?> FindModelAsync(CancellationToken cancellationToken)
    {
        if (_settings is { Model: not null } or { BaseAddress: null } || Provider.Descriptor.Models.Any(model => model.Kind == ModelKind.Chat))
        {
            return null;
        }

        try
        {
            using var client = new OpenAICompatibleClient(_settings.ApplyTo(new OpenAICompatibleOptions { MaxRetries = 0 }), _loopbackClient);
            var list = await client.ListModelsAsync(cancellationToken);
            var first = list.Data?.FirstOrDefault()?.Id;
            _settings = _settings with { Model = first };
            return first;
        }
        catch (Exception exception) when (exception is HyperscaleException or HttpRequestException or TimeoutException)
        {
            // It has no such list; the client says that a model has to be named.
            return null;
        }
    }

    public IChatClient CreateChatClient() => Provider.CreateChatClient(_settings, _loopbackClient).UseUsageLedger(Tally);

    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator()
        => Provider.CreateEmbeddingGenerator(_settings, _loopbackClient).UseUsageLedger(Tally);

    public async ValueTask DisposeAsync()
    {
        _loopbackClient?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        await Tally.DisposeAsync();
    }

    private static async Task<EmulatorHost> StartEmulatorAsync(ProviderEntry provider, CancellationToken cancellationToken)
    {
        var emulator = await EmulatorHost.StartAsync(cancellationToken: cancellationToken);
        if (emulator.Providers.Contains(provider.Id, StringComparer.Ordinal))
        {
            return emulator;
        }

        await emulator.DisposeAsync();
        throw new CliException(ExitCodes.Usage, $"The built-in emulator does not play {provider.Id}: set {ApiKeyVariables.NamesOf(provider.Descriptor)[0]}, or name a server by --base-url.");
    }

    private static CliException NoAddress(ProviderDescriptor provider)
    {
        var found = provider.NoPublicApiAsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $" No public self-serve API was found as of {day:yyyy-MM-dd}.") : "";
        return new CliException(ExitCodes.Usage, $"{provider.Id} has no address of its own: name a server by --base-url.{found}{(provider.AddressHint is { } hint ? " " + hint : "")}");
    }

    // A proxy that the environment names cannot reach the loopback address of this machine.
    private static HttpClient DirectClient() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
