using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>The middleware over a client that reports its wire calls.</summary>
public sealed class UsageLedgerChatClientTests : IAsyncLifetime
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
    public async Task Response_ThreeWireCalls_MakesThreeRows()
    {
        using var client = new WireChatClient { RefusedAttempts = 2 }.UseUsageLedger(_ledger, new UsageLedgerOptions { Purpose = "상담", VoucherId = "v-1" });
        var response = await client.GetResponseAsync("안녕");
        Assert.Equal("조각조각조각", response.Text);

        var rows = await _ledger.RowsAsync();
        Assert.Equal([1, 2, 3], rows.Select(row => row.Attempt));
        Assert.All(rows, row => Assert.Equal(("상담", "v-1", "test-provider", "chat"), (row.Purpose, row.VoucherId, row.Provider, row.Operation)));
        Assert.All(rows.Take(2), row => Assert.Equal(
            (WireCallOutcome.Failed, 503, "busy", 0m, UsageUnitSource.None), (row.Outcome, row.HttpStatus, row.ErrorCode, row.CostKrw, row.UnitSource)));
        var last = rows[2];
        Assert.Equal((WireCallOutcome.Completed, 200, "request-1"), (last.Outcome, last.HttpStatus, last.RequestId));
        Assert.Equal((1000, 500, UsageUnitSource.Reported), (last.InputTokens, last.OutputTokens, last.UnitSource));
        Assert.Equal(3m, last.CostKrw);
        Assert.Equal(new DateOnly(2026, 1, 1), last.Price!.EffectiveFrom);
    }

    [Fact]
    public async Task Response_PriceNotInWon_CostIsNull()
    {
        using var client = new WireChatClient { Model = "dollar-model" }.UseUsageLedger(_ledger);
        await client.GetResponseAsync("hi");
        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Null(row.CostKrw);
        Assert.Null(row.Price);
        Assert.Equal(1000, row.InputTokens);
    }

    [Fact]
    public async Task Stream_NoUsageReported_IsEstimated()
    {
        using var client = new WireChatClient { Reported = null }.UseUsageLedger(_ledger);
        await foreach (var _ in client.GetStreamingResponseAsync("hi"))
        {
        }

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((11, 6, UsageUnitSource.Estimated), (row.InputTokens, row.OutputTokens, row.UnitSource));
    }

    [Fact]
    public async Task Stream_BrokenOff_IsSettledAsCancelled()
    {
        using var client = new WireChatClient().UseUsageLedger(_ledger);
        await foreach (var _ in client.GetStreamingResponseAsync("hi"))
        {
            break;
        }

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Cancelled, 11, UsageUnitSource.Estimated), (row.Outcome, row.InputTokens, row.UnitSource));
        Assert.Empty(await _ledger.ReservationsAsync());
    }

    [Fact]
    public async Task Stream_CancelledInside_IsSettledAsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new WireChatClient().UseUsageLedger(_ledger);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi", cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(WireCallOutcome.Cancelled, Assert.Single(await _ledger.RowsAsync()).Outcome);
    }

    [Fact]
    public async Task Stream_EndsInAnException_PassesItOnAndSettlesAsIncomplete()
    {
        var failure = new IOException("cut");
        using var client = new WireChatClient { Failure = failure }.UseUsageLedger(_ledger);
        var updates = 0;
        var error = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi"))
            {
                updates++;
            }
        });
        Assert.Same(failure, error);
        Assert.Equal(3, updates);
        Assert.Equal(WireCallOutcome.Incomplete, Assert.Single(await _ledger.RowsAsync()).Outcome);
    }

    [Fact]
    public async Task Stream_Scope_DoesNotLeakToTheCaller()
    {
        using var client = new WireChatClient().UseUsageLedger(_ledger);
        await foreach (var _ in client.GetStreamingResponseAsync("hi"))
        {
            Assert.Null(WireCallScope.Current);
        }

        Assert.Null(WireCallScope.Current);
        await client.GetResponseAsync("hi");
        Assert.Null(WireCallScope.Current);
        var pending = client.GetResponseAsync("hi");
        Assert.Null(WireCallScope.Current);
        await pending;
    }

    [Fact]
    public async Task Stream_TwoInterleaved_KeepTheirRowsApart()
    {
        using var first = new WireChatClient().UseUsageLedger(_ledger, new UsageLedgerOptions { Purpose = "first" });
        using var second = new WireChatClient().UseUsageLedger(_ledger, new UsageLedgerOptions { Purpose = "second" });
        await foreach (var _ in first.GetStreamingResponseAsync("hi"))
        {
            await foreach (var __ in second.GetStreamingResponseAsync("hi"))
            {
            }
        }

        var rows = await _ledger.RowsAsync();
        Assert.Equal(["second", "second", "second", "first"], rows.Select(row => row.Purpose!), StringComparer.Ordinal);
        Assert.All(rows, row => Assert.Equal(WireCallOutcome.Completed, row.Outcome));
    }

    [Fact]
    public async Task Calls_AtOnceThroughOneClient_EachHaveTheirRows()
    {
        using var client = new WireChatClient { RefusedAttempts = 1 }.UseUsageLedger(_ledger);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => client.GetResponseAsync("hi"))));
        var rows = await _ledger.RowsAsync();
        Assert.Equal(20, rows.Count(row => row.Outcome == WireCallOutcome.Completed));
        Assert.Equal(20, rows.Count(row => row.Outcome == WireCallOutcome.Failed));
        Assert.True((await _ledger.VerifyAsync()).IsIntact);
    }

    [Fact]
    public void Messages_Null_ThrowAtTheCall()
    {
        using var client = new WireChatClient().UseUsageLedger(_ledger);
        Assert.Throws<ArgumentNullException>(() => { _ = client.GetResponseAsync((IEnumerable<ChatMessage>)null!); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!); });
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public void Options_NonsensicalIds_AreRefused(string id)
    {
        Assert.Throws<ArgumentException>(() => new WireChatClient().UseUsageLedger(_ledger, new UsageLedgerOptions { Purpose = id }));
        Assert.Throws<ArgumentException>(() => new WireChatClient().UseUsageLedger(_ledger, new UsageLedgerOptions { VoucherId = id }));
        Assert.Throws<ArgumentException>(() => new WireChatClient().UseUsageLedger(_ledger, new UsageLedgerOptions { FailClosed = false }));
    }
}
