namespace HyperscaleSdk.Tests.Providers;

/// <summary>Answers that are unusual but whole: the caller and the ledger must not notice.</summary>
public sealed class UnusualAnswerTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    private static readonly string[] Faults = ["no-space", "crlf", "comments", "split", "duplicate-usage", "missing-done", "crlf;no-space;comments;split;duplicate-usage"];

    /// <summary>What can be unusual about an answer that is one document.</summary>
    private static readonly string[] WholeFaults = ["split", "slow;delay=1"];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var (provider, operation) in ProviderCalls.All)
            {
                foreach (var fault in operation == "stream" ? Faults : WholeFaults)
                {
                    cases.Add(provider, operation, fault);
                }
            }

            return cases;
        }
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cases))]
    public async Task Answer_Unusual_IsTheUsualOne(string provider, string operation, string fault)
    {
        var usual = (await MeteredCall.RunAsync(emulator, provider, operation)).Succeeded();
        var unusual = (await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault(fault))).Succeeded();
        Assert.Equal(usual.Chat?.Text, unusual.Chat?.Text);
        Assert.Equal(usual.Chat?.FinishReason, unusual.Chat?.FinishReason);
        Assert.Equal(usual.Chat?.Usage?.InputTokenCount, unusual.Chat?.Usage?.InputTokenCount);
        Assert.Equal(usual.Chat?.Usage?.OutputTokenCount, unusual.Chat?.Usage?.OutputTokenCount);
        Assert.Equal(usual.Chat?.Usage?.TotalTokenCount, unusual.Chat?.Usage?.TotalTokenCount);
        Assert.Equal(usual.Embeddings?[0].Vector.ToArray(), unusual.Embeddings?[0].Vector.ToArray());
        Assert.Equal(1, unusual.Requests);

        var row = Assert.Single(unusual.Rows);
        var billed = await emulator.BilledAsync(row.RequestId);
        Assert.Equal(WireCallOutcome.Completed, row.Outcome);
        Assert.Equal(UsageUnitSource.Reported, row.UnitSource);
        Assert.Equal(billed.InputTokens, row.InputTokens);
        Assert.Equal(billed.OutputTokens, row.OutputTokens ?? 0);
        Assert.Equal(usual.Rows[0].CostKrw, row.CostKrw);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion")]
    [InlineData("clova", "stream")]
    [InlineData("clova-v1", "completion")]
    [InlineData("clova-v1", "stream")]
    [InlineData("upstage", "completion")]
    [InlineData("upstage", "stream")]
    public async Task Usage_Missing_IsUnknownToTheCallerAndEstimatedInTheLedger(string provider, string operation)
    {
        var outcome = (await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault("missing-usage"))).Succeeded();
        Assert.Null(outcome.Chat?.Usage);
        Assert.NotEmpty(outcome.Chat!.Text);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Completed, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.InputTokens > 0);
        Assert.True(row.OutputTokens > 0);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("upstage")]
    public async Task Usage_MissingFromEmbeddings_IsUnknownToTheCallerAndEstimatedInTheLedger(string provider)
    {
        var outcome = (await MeteredCall.RunAsync(emulator, provider, "embeddings", ProviderCalls.Fault("missing-usage"))).Succeeded();
        Assert.Single(outcome.Embeddings!);
        Assert.Null(outcome.Embeddings!.Usage?.InputTokenCount);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Completed, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.InputTokens > 0);
    }
}
