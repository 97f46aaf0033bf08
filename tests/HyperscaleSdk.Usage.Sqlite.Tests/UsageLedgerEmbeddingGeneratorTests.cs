using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class UsageLedgerEmbeddingGeneratorTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Embeddings_FiveWireCallsAtOnce_MakeFiveRows()
    {
        using var generator = new WireEmbeddingGenerator().UseUsageLedger(_ledger);
        var embeddings = await generator.GenerateAsync(["a", "b", "c", "d", "e"]);
        Assert.Equal(5, embeddings.Count);
        var rows = await _ledger.RowsAsync();
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            ("embeddings", 10_000, null, UsageUnitSource.Reported, 1m), (row.Operation, row.InputTokens, row.OutputTokens, row.UnitSource, row.CostKrw)));
    }

    [Fact]
    public async Task Embeddings_OtherVendor_MakeOneRow()
    {
        using var generator = new ScriptedEmbeddingGenerator().UseUsageLedger(_ledger);
        await generator.GenerateAsync(["가", "나"]);
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal(("other-vendor", "embeddings", "won-embedding", 20, null), (row.Provider, row.Operation, row.ServedModel, row.InputTokens, row.OutputTokens));
        Assert.Equal((WireCallOutcome.Completed, UsageUnitSource.Reported), (row.Outcome, row.UnitSource));
    }

    [Fact]
    public async Task Embeddings_OtherVendorWithoutUsage_AreEstimated()
    {
        using var generator = new ScriptedEmbeddingGenerator { ReportsUsage = false }.UseUsageLedger(_ledger);
        await generator.GenerateAsync(["가나", "다"]);
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((3, null, UsageUnitSource.Estimated), (row.InputTokens, row.OutputTokens, row.UnitSource));
    }

    [Fact]
    public async Task Embeddings_Fail_PassTheExceptionOnAndSettle()
    {
        var failure = new HttpRequestException("down");
        using var generator = new ScriptedEmbeddingGenerator { Failure = failure }.UseUsageLedger(_ledger);
        Assert.Same(failure, await Assert.ThrowsAsync<HttpRequestException>(() => generator.GenerateAsync(["가"])));
        Assert.Equal(WireCallOutcome.Failed, Assert.Single(await _ledger.RowsAsync()).Outcome);
        Assert.Null(WireCallScope.Current);
    }
}
