namespace HyperscaleSdk.Emulator.Tests.Support;

/// <summary>One emulator and one client per test.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private EmulatorHost? _host;

    protected EmulatorHost Host => _host!;

    internal WireClient Clova { get; private set; } = null!;

    internal WireClient Upstage { get; private set; } = null!;

    protected virtual EmulatorOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        _host = await EmulatorHost.StartAsync(Options, TestContext.Current.CancellationToken);
        Clova = new WireClient(_host.GetBaseUrl("naver-clovastudio"));
        Upstage = new WireClient(_host.GetBaseUrl("upstage"));
    }

    public async ValueTask DisposeAsync()
    {
        Clova.Dispose();
        Upstage.Dispose();
        await _host!.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
