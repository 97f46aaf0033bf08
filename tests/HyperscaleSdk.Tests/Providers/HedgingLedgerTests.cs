namespace HyperscaleSdk.Tests.Providers;

/// <summary>A hedged call over the wire: two requests at the server, two rows in the ledger, both there when the call returns.</summary>
public sealed class HedgingLedgerTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion")]
    [InlineData("clova", "embeddings")]
    [InlineData("upstage", "completion")]
    [InlineData("upstage", "embeddings")]
    public async Task Call_OneRequestIsSlow_HasARowForEachRequest(string provider, string operation)
    {
        var time = new FakeTime();
        await using var call = await MeteredCall.OpenAsync(emulator);
        var asking = call.AskAsync(provider, operation, options =>
        {
            options.Headers["X-Emulator-Fault"] = "slow-first-byte;delay=60000;times=1";
            options.Headers["X-Emulator-Fault-Id"] = Guid.NewGuid().ToString("N");
            options.TimeProvider = time;
            options.Hedging = new Hedging { Delay = TimeSpan.FromSeconds(5) };
        });
        await Wait.Until(() => call.Requests == 1 && time.Waiting == 2);
        time.Advance(TimeSpan.FromSeconds(5));

        var outcome = (await asking).Succeeded();
        Assert.Equal(2, outcome.Requests);
        Assert.Equal([1, 2], outcome.Rows.Select(row => row.Attempt).Order());
        var cancelled = Assert.Single(outcome.Rows, row => row.Outcome == WireCallOutcome.Cancelled);
        var completed = Assert.Single(outcome.Rows, row => row.Outcome == WireCallOutcome.Completed);
        Assert.Equal(UsageUnitSource.Estimated, cancelled.UnitSource);
        Assert.True(cancelled.InputTokens > 0);
        Assert.Null(cancelled.ErrorCode);
        Assert.Equal(UsageUnitSource.Reported, completed.UnitSource);
        var billed = await emulator.BilledAsync(completed.RequestId);
        Assert.Equal((billed.InputTokens, billed.OutputTokens), (completed.InputTokens, completed.OutputTokens ?? 0));
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("upstage")]
    public async Task Stream_Slow_IsOneRequest(string provider)
    {
        var time = new FakeTime();
        await using var call = await MeteredCall.OpenAsync(emulator);
        var asking = call.AskAsync(provider, "stream", options =>
        {
            options.Headers["X-Emulator-Fault"] = "slow;delay=5";
            options.TimeProvider = time;
            options.Hedging = new Hedging { Delay = TimeSpan.FromSeconds(5) };
        });
        await Wait.Until(() => call.Requests == 1);
        time.Advance(TimeSpan.FromSeconds(50));

        var outcome = (await asking).Succeeded();
        Assert.Equal(1, outcome.Requests);
        Assert.Equal(WireCallOutcome.Completed, Assert.Single(outcome.Rows).Outcome);
    }
}
