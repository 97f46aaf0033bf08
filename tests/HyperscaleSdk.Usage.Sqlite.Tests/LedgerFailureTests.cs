using Microsoft.Extensions.AI;
using static HyperscaleSdk.Usage.Sqlite.Tests.ScriptedChatClient;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>What a caller hears when the ledger itself fails.</summary>
public sealed class LedgerFailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reserve_Fails_CallIsNotSent(bool isWire)
    {
        var sent = 0;
        IChatClient inner = isWire ? new WireChatClient() : new ScriptedChatClient(Text("a")) { BeforeUpdate = _ => sent++ };
        using var client = inner.UseUsageLedger(new FaultyLedger { ReserveFails = true });
        var error = await Assert.ThrowsAsync<UsageLedgerException>(() => client.GetResponseAsync("hi"));
        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.Contains("The disk is full.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reserve_FailsWhenOpen_CallIsSentAndTheErrorHeard(bool isWire)
    {
        var heard = new List<UsageLedgerException>();
        var ledger = new FaultyLedger { ReserveFails = true };
        IChatClient inner = isWire ? new WireChatClient { Pieces = 1 } : new ScriptedChatClient(Text("조각"));
        using var client = inner.UseUsageLedger(ledger, new UsageLedgerOptions { FailClosed = false, OnError = heard.Add });
        Assert.Equal("조각", (await client.GetResponseAsync("hi")).Text);
        Assert.Contains("without a row", Assert.Single(heard).Message, StringComparison.Ordinal);
        Assert.Equal(0, ledger.Settled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settle_Fails_IsNotSwallowed(bool isWire)
    {
        IChatClient inner = isWire ? new WireChatClient() : new ScriptedChatClient(Text("a"));
        using var client = inner.UseUsageLedger(new FaultyLedger { SettleFails = true });
        var error = await Assert.ThrowsAsync<UsageLedgerException>(() => client.GetResponseAsync("hi"));
        Assert.Contains("reservation stays open", error.Message, StringComparison.Ordinal);
        Assert.IsType<UsageLedgerException>(error.InnerException);

        await Assert.ThrowsAsync<UsageLedgerException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi"))
            {
                break;
            }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settle_FailsAfterAFailedCall_KeepsTheOriginal(bool isWire)
    {
        var failure = new IOException("cut");
        IChatClient inner = isWire ? new WireChatClient { Failure = failure } : new ScriptedChatClient(Text("a")) { Failure = failure };
        using var client = inner.UseUsageLedger(new FaultyLedger { SettleFails = true });
        AssertBoth(await Assert.ThrowsAsync<UsageLedgerException>(() => client.GetResponseAsync("hi")));
        AssertBoth(await Assert.ThrowsAsync<UsageLedgerException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hi"))
            {
            }
        }));

        void AssertBoth(UsageLedgerException error)
        {
            var causes = Assert.IsType<AggregateException>(error.InnerException).InnerExceptions;
            Assert.Same(failure, causes[0]);
            Assert.IsType<UsageLedgerException>(causes[1]);
        }
    }

    [Fact]
    public async Task Settle_FailsWhenOpen_ResponseIsReturnedAndTheErrorHeard()
    {
        var heard = new List<UsageLedgerException>();
        using var generator = new WireEmbeddingGenerator().UseUsageLedger(
            new FaultyLedger { SettleFails = true }, new UsageLedgerOptions { FailClosed = false, OnError = heard.Add });
        Assert.Equal(2, (await generator.GenerateAsync(["a", "b"])).Count);
        Assert.IsType<AggregateException>(Assert.Single(heard).InnerException);
    }
}
