using HyperscaleSdk.Emulator;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.DependencyInjection;

public sealed class UsageLedgerBuilderExtensionsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hyperscale-ledger-").FullName;
    private EmulatorHost _emulator = null!;
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(_folder, "usage.db"), cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task UseUsageLedger_WithALedger_RecordsChatAndEmbeddingsOfEveryProvider()
    {
        var services = new ServiceCollection();
        Providers(services).UseUsageLedger(_ledger, new UsageLedgerOptions { Purpose = "docs-search" });
        await using var provider = services.BuildServiceProvider();

        foreach (var id in new[] { ClovaStudioProvider.Id, UpstageProvider.Id })
        {
            await provider.GetRequiredKeyedService<IChatClient>(id).GetResponseAsync("안녕하세요");
            await provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(id).GenerateAsync(["배송 안내"]);
        }

        var rows = await RowsAsync();
        Assert.Equal(
            ["naver-clovastudio chat", "naver-clovastudio embeddings", "upstage chat", "upstage embeddings"],
            rows.Select(row => $"{row.Provider} {row.Operation}"),
            StringComparer.Ordinal);
        Assert.All(rows, row => Assert.Equal((WireCallOutcome.Completed, "docs-search"), (row.Outcome, row.Purpose)));
    }

    [Fact]
    public async Task UseUsageLedger_WithoutALedger_TakesTheOneOfTheServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IUsageLedger>(_ledger);
        Providers(services).UseUsageLedger();
        await using var provider = services.BuildServiceProvider();

        await foreach (var update in provider.GetRequiredService<IChatClient>().GetStreamingResponseAsync("안녕하세요"))
        {
            Assert.NotNull(update);
        }

        var row = Assert.Single(await RowsAsync());
        Assert.True(row.Streaming);
        Assert.Equal(_emulator.Requests.Single().OutputTokens, row.OutputTokens);
    }

    [Fact]
    public async Task UseUsageLedger_NoLedgerAmongTheServices_ThrowsWhenAClientIsAskedFor()
    {
        var services = new ServiceCollection();
        Providers(services).UseUsageLedger();
        await using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IChatClient>());

        Assert.Contains(nameof(IUsageLedger), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseUsageLedger_OptionsThatContradictEachOther_ThrowsAtOnce()
    {
        var builder = Providers(new ServiceCollection());

        Assert.Throws<ArgumentException>(() => builder.UseUsageLedger(_ledger, new UsageLedgerOptions { FailClosed = false }));
        Assert.Throws<ArgumentException>(() => builder.UseUsageLedger(new UsageLedgerOptions { Purpose = "" }));
        Assert.Throws<ArgumentNullException>(() => builder.UseUsageLedger((IUsageLedger)null!));
    }

    private HyperscaleBuilder Providers(ServiceCollection services)
        => services.AddHyperscale()
            .AddClovaStudio(options => Play(options, ClovaStudioProvider.Id))
            .AddUpstage(options => Play(options, UpstageProvider.Id));

    private void Play(HyperscaleClientOptions options, string id)
    {
        options.BaseAddress = _emulator.GetBaseUrl(id);
        options.ApiKey = "test";
    }

    private async Task<List<UsageRow>> RowsAsync()
    {
        var rows = new List<UsageRow>();
        await foreach (var row in _ledger.ReadAsync())
        {
            rows.Add(row);
        }

        return rows;
    }
}
