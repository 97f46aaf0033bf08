using HyperscaleSdk.Emulator;
using HyperscaleSdk.Tests.Providers;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace HyperscaleSdk.Tests.Providers;

/// <summary>One emulator for all tests of providers, on a day on which the prices are known.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public const string Key = "nv-test-3f9c1e77-secret-key";

    private EmulatorHost? _host;

    public EmulatorHost Host => _host ?? throw new InvalidOperationException("The emulator has not started.");

    public TimeProvider Clock { get; } = new DayClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9)));

    public async ValueTask InitializeAsync() => _host = await EmulatorHost.StartAsync(new EmulatorOptions { TimeProvider = Clock });

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>A place of the emulator, as the facts ask it.</summary>
    internal LiveEndpoint Endpoint(Uri address) => new(address, Key, Clock, TimeSpan.Zero);

    public ClovaStudioOptions ClovaStudio(Action<ClovaStudioOptions>? configure = null) => Configure(new ClovaStudioOptions(), "naver-clovastudio", configure);

    public UpstageOptions Upstage(Action<UpstageOptions>? configure = null) => Configure(new UpstageOptions(), "upstage", configure);

    /// <summary>What the emulator billed for a call. It may still be writing when the client has all that it needs.</summary>
    public async Task<EmulatedRequest> BilledAsync(string? requestId)
    {
        Assert.NotNull(requestId);
        while (true)
        {
            if (Host.Requests.SingleOrDefault(request => request.RequestId == requestId) is { } billed)
            {
                return billed;
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private T Configure<T>(T options, string provider, Action<T>? configure)
        where T : HyperscaleClientOptions
    {
        options.ApiKey = Key;
        options.BaseAddress = Host.GetBaseUrl(provider);
        options.TimeProvider = Clock;
        options.RetryDelay = TimeSpan.Zero;
        configure?.Invoke(options);
        return options;
    }
}
