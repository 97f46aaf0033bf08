using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>The budget around a client that knows nothing of wire calls, and around a ledger that fails.</summary>
public sealed class VoucherOtherVendorTests : IAsyncLifetime
{
    private static readonly ChatOptions Short = new() { MaxOutputTokens = 1000 };

    private readonly TempFolder _folder = new();
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_NotCovered_DoesNotReachTheClient(bool streaming)
    {
        var asked = false;
        var client = new ScriptedChatClient(ScriptedChatClient.Text("네")) { BeforeUpdate = _ => asked = true };

        // 1,000 tokens of output at 4,000 won for a million.
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(() => AskAsync(Paid(client, 4m), streaming));

        Assert.Equal((VoucherRefusal.BudgetExceeded, "test-provider"), (refusal.Refusal, refusal.Provider));
        Assert.False(asked);
        Assert.Empty(await _ledger.RowsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_Covered_IsSettledWithWhatWasReported(bool streaming)
    {
        await AskAsync(Paid(new ScriptedChatClient(ScriptedChatClient.Text("네"), ScriptedChatClient.Units(100, 50)), 4.1m), streaming);

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal(("v-1", 0.3m), (row.VoucherId, row.CostKrw));
    }

    [Fact]
    public async Task Call_Broken_KeepsWhatMayBeBilled()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Text("네네네")) { Failure = new IOException("gone") };

        await Assert.ThrowsAsync<IOException>(() => AskAsync(Paid(client, 4.1m), streaming: true));

        var row = Assert.Single(await _ledger.RowsAsync());
        Assert.Equal((WireCallOutcome.Incomplete, "v-1"), (row.Outcome, row.VoucherId));
        Assert.True(row.CostKrw > 0);
        Assert.Empty(await _ledger.ReservationsAsync());
    }

    [Fact]
    public async Task Call_LedgerCannotReserve_IsNotSentEvenWhenTheLedgerFailsOpen()
    {
        var errors = 0;
        var options = new UsageLedgerOptions { FailClosed = false, OnError = _ => errors++, Provider = Samples.Provider };
        var chat = new ScriptedChatClient(ScriptedChatClient.Text("네"))
            .UseUsageLedger(new FaultyLedger { ReserveFails = true }, options)
            .UseVoucherBudget("v-1", new VoucherBudgetOptions { Limit = new VoucherLimit { VoucherId = "v-1", AmountKrw = 100m } });

        var failure = await Assert.ThrowsAsync<UsageLedgerException>(() => AskAsync(chat, streaming: false));

        Assert.StartsWith("The call was not sent", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, errors);
    }

    private static async Task<ChatResponse> AskAsync(IChatClient chat, bool streaming) => streaming
        ? await chat.GetStreamingResponseAsync("질문", Short).ToChatResponseAsync()
        : await chat.GetResponseAsync("질문", Short);

    private IChatClient Paid(IChatClient client, decimal amount) => client
        .UseUsageLedger(_ledger, new UsageLedgerOptions { Provider = Samples.Provider, TimeProvider = new ManualTime(Samples.Noon) })
        .UseVoucherBudget("v-1", new VoucherBudgetOptions { Limit = new VoucherLimit { VoucherId = "v-1", AmountKrw = amount } });
}
