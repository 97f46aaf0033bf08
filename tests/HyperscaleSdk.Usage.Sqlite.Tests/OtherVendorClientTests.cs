using Microsoft.Extensions.AI;
using static HyperscaleSdk.Usage.Sqlite.Tests.ScriptedChatClient;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>The middleware over a client that knows nothing of wire calls.</summary>
public sealed class OtherVendorClientTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly UsageLedgerOptions _options = new() { Provider = Samples.Provider, TimeProvider = new ManualTime(Samples.Noon) };
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Response_OneUnifiedCall_MakesOneRow()
    {
        using var client = new ScriptedChatClient(Text("안녕"), Units(10, 5)).UseUsageLedger(_ledger);
        await client.GetResponseAsync("hi", new ChatOptions { ModelId = "their-model" });
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal(("other-vendor", "chat", "their-model", "won-model-2026"), (row.Provider, row.Operation, row.RequestedModel, row.ServedModel));
        Assert.Equal((10, 5, UsageUnitSource.Reported), (row.InputTokens, row.OutputTokens, row.UnitSource));
        Assert.Equal(("response-1", false, 1), (row.RequestId, row.Streaming, row.Attempt));
        Assert.Null(row.CostKrw);
    }

    [Fact]
    public async Task Stream_TwoUsageContents_AreSummed()
    {
        using var client = new ScriptedChatClient(Text("a"), Units(10_000, 1000), Text("b"), Units(10_000, 5000)).UseUsageLedger(_ledger, _options);
        var texts = new List<string>();
        await foreach (var update in client.GetStreamingResponseAsync("hi"))
        {
            texts.Add(update.Text);
        }

        Assert.Equal(["a", "", "b", ""], texts);
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((20_000, 6000, UsageUnitSource.Reported, true), (row.InputTokens, row.OutputTokens, row.UnitSource, row.Streaming));
        Assert.Equal((WireCallOutcome.Completed, "test-provider", 44m), (row.Outcome, row.Provider, row.CostKrw));
        Assert.Equal(Samples.Noon, row.StartedAt);
    }

    [Fact]
    public async Task Stream_NoUsage_IsEstimatedFromTheText()
    {
        using var client = new ScriptedChatClient(Text("가나다"), Text("라")).UseUsageLedger(_ledger);
        await foreach (var _ in client.GetStreamingResponseAsync("안녕하세요"))
        {
        }

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((5, 4, UsageUnitSource.Estimated), (row.InputTokens, row.OutputTokens, row.UnitSource));
    }

    [Fact]
    public async Task Stream_BrokenOff_IsCancelledWithWhatCame()
    {
        using var client = new ScriptedChatClient(Text("가나다"), Text("라")).UseUsageLedger(_ledger);
        await foreach (var _ in client.GetStreamingResponseAsync("hi"))
        {
            break;
        }

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Cancelled, 3, UsageUnitSource.Estimated), (row.Outcome, row.OutputTokens, row.UnitSource));
        Assert.Null(row.ErrorCode);
    }

    [Fact]
    public async Task Stream_CancelledByTheCaller_IsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new ScriptedChatClient(Text("a"), Text("b")) { BeforeUpdate = i => { if (i == 1) { cancellation.Cancel(); } } }.UseUsageLedger(_ledger);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi").WithCancellation(cancellation.Token))
            {
            }
        });
        Assert.Equal(WireCallOutcome.Cancelled, Assert.Single(await _ledger.RowsAsync()).Outcome);
    }

    [Fact]
    public async Task Stream_FailsInTheMiddle_IsIncomplete()
    {
        using var client = new ScriptedChatClient(Text("a")) { Failure = new InvalidOperationException("secret prompt text") }.UseUsageLedger(_ledger);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi"))
            {
            }
        });
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Incomplete, "InvalidOperationException"), (row.Outcome, row.ErrorCode));
        Assert.DoesNotContain("secret", UsageRowHash.Canonical(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_Refused_IsFailedAndCostsNothing()
    {
        using var client = new ScriptedChatClient { Failure = new HttpRequestException("no", null, System.Net.HttpStatusCode.Unauthorized) }.UseUsageLedger(_ledger, _options);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync("hi"));
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Failed, 401, 0m, 0), (row.Outcome, row.HttpStatus, row.CostKrw, row.InputTokens));
    }

    [Fact]
    public async Task Response_TimedOut_IsIncompleteAndEstimated()
    {
        using var client = new ScriptedChatClient { Failure = new TimeoutException() }.UseUsageLedger(_ledger, _options);
        await Assert.ThrowsAsync<TimeoutException>(() => client.GetResponseAsync("안녕하세요"));
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Incomplete, 5, UsageUnitSource.Estimated), (row.Outcome, row.InputTokens, row.UnitSource));
    }
}
