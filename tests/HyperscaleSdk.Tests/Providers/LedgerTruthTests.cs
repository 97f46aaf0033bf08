using HyperscaleSdk.Emulator;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>The ledger says what the emulator's own journal says: one row for each wire call, the same units, the right cost.</summary>
public sealed class LedgerTruthTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion", "HCX-005", "HCX-005", 1250, 5000)]
    [InlineData("clova", "stream", "HCX-005", "HCX-005", 1250, 5000)]
    [InlineData("clova-v1", "completion", "HCX-003", "HCX-003", 5000, 5000)]
    [InlineData("clova-v1", "stream", "HCX-003", "HCX-003", 5000, 5000)]
    [InlineData("clova", "embeddings", "bge-m3", "bge-m3", 200, 0)]
    public async Task Call_OfAModelWithAPriceInWon_CostsUnitsTimesPrice(string provider, string operation, string requested, string served, int input, int output)
    {
        var outcome = (await MeteredCall.RunAsync(emulator, provider, operation)).Succeeded();
        var row = Assert.Single(outcome.Rows);
        await AssertBilled(row);
        Assert.Equal("naver-clovastudio", row.Provider);
        Assert.Equal(operation == "embeddings" ? "embeddings" : "chat", row.Operation);
        Assert.Equal(requested, row.RequestedModel);
        Assert.Equal(served, row.ServedModel ?? row.RequestedModel);
        Assert.Equal(operation == "stream", row.Streaming);
        Assert.Equal(new DateOnly(2026, 11, 22), row.Date);
        Assert.Equal(new DateOnly(2026, 9, 19), row.Price?.EffectiveFrom);
        var won = ((row.InputTokens!.Value * (decimal)input) + ((row.OutputTokens ?? 0) * (decimal)output)) / 1_000_000m;
        Assert.Equal(decimal.Round(won, 4, MidpointRounding.AwayFromZero), row.CostKrw);
        Assert.True(row.CostKrw > 0);
    }

    [Theory(Timeout = Limit)]
    [InlineData("completion", "solar-pro4", "solar-pro4-260806")]
    [InlineData("stream", "solar-pro4", "solar-pro4-260806")]
    [InlineData("embeddings", "solar-embedding-2-passage", "solar-embedding-2-passage")]
    public async Task Call_OfAModelWithoutAPriceInWon_HasNoCost(string operation, string requested, string served)
    {
        var row = Assert.Single((await MeteredCall.RunAsync(emulator, "upstage", operation)).Succeeded().Rows);
        await AssertBilled(row);
        Assert.Equal(requested, row.RequestedModel);
        Assert.Equal(served, row.ServedModel);
        Assert.Null(row.Price);
        Assert.Null(row.CostKrw);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", "HCX-007")]
    [InlineData("upstage", "solar-pro4")]
    public async Task Reasoning_IsPartOfTheOutputThatIsBilled(string provider, string model)
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        var options = new ChatOptions { ModelId = model, Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High } };
        await call.Chat(provider).GetResponseAsync(MeteredCall.Prompt, options);
        await call.Chat(provider).GetStreamingResponseAsync(MeteredCall.Prompt, options).ToChatResponseAsync();
        var rows = await call.RowsAsync();
        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
        {
            await AssertBilled(row);
            Assert.InRange(row.ReasoningTokens!.Value, 1, row.OutputTokens!.Value - 1);
        }

        Assert.Equal(rows[0].OutputTokens, rows[1].OutputTokens);
    }

    [Fact(Timeout = Limit)]
    public async Task Embeddings_OneTextPerWireCall_AreOneRowEach()
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        var result = await call.Embedder("clova").GenerateAsync(["하나", "둘입니다", "셋이 왔어요", "넷째 문장은 조금 깁니다", MeteredCall.Prompt]);
        var rows = await call.RowsAsync();
        Assert.Equal(5, rows.Count);
        foreach (var row in rows)
        {
            await AssertBilled(row);
        }

        Assert.Equal(5, rows.Select(row => row.RequestId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(result.Usage?.InputTokenCount, rows.Sum(row => row.InputTokens));
        Assert.Equal(rows.Sum(row => row.InputTokens) * 200m / 1_000_000m, rows.Sum(row => row.CostKrw));
    }

    [Fact(Timeout = Limit)]
    public async Task Embeddings_ManyTextsPerWireCall_AreOneRowForEachBatch()
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        var result = await call.Embedder("upstage").GenerateAsync(Enumerable.Range(0, 250).Select(number => $"{number}번 문장"));
        var rows = await call.RowsAsync();
        Assert.Equal(3, rows.Count);
        foreach (var row in rows)
        {
            await AssertBilled(row);
        }

        Assert.Equal(result.Usage?.InputTokenCount, rows.Sum(row => row.InputTokens));
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("clova-v1")]
    [InlineData("upstage")]
    public async Task Stream_LeftEarly_IsACancelledRowWithAnEstimate(string provider)
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        await foreach (var update in call.Chat(provider, ProviderCalls.Fault("stall;after=4")).GetStreamingResponseAsync(MeteredCall.Prompt))
        {
            Assert.NotEmpty(update.Text);
            break;
        }

        var row = Assert.Single(await call.RowsAsync());
        Assert.Equal(WireCallOutcome.Cancelled, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.InputTokens > 0);
        Assert.True(row.OutputTokens > 0);
        Assert.Equal("cancelled", (await emulator.BilledAsync(row.RequestId)).Outcome);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", false)]
    [InlineData("clova", true)]
    [InlineData("upstage", false)]
    [InlineData("upstage", true)]
    public async Task Call_Cancelled_IsACancelledRow(string provider, bool streaming)
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        using var source = new CancellationTokenSource();
        var client = call.Chat(provider, ProviderCalls.Fault("stall;after=0"));
        var asking = streaming
            ? client.GetStreamingResponseAsync(MeteredCall.Prompt, cancellationToken: source.Token).ToChatResponseAsync(CancellationToken.None)
            : client.GetResponseAsync(MeteredCall.Prompt, cancellationToken: source.Token);
        await call.FirstSent;
        await source.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.DoesNotContain(MeteredCall.Marker, failure.ToString(), StringComparison.Ordinal);

        var row = Assert.Single(await call.RowsAsync());
        Assert.Equal(WireCallOutcome.Cancelled, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.InputTokens > 0);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("upstage")]
    public async Task Call_RefusedBeforeSending_HasNoRow(string provider)
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => call.Chat(provider).GetResponseAsync(MeteredCall.Prompt, new ChatOptions { Temperature = 9 }));
        Assert.Equal(0, call.Requests);
        Assert.Empty(await call.RowsAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Calls_OfTwoProvidersAtOnce_AreOneIntactChain()
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        var clova = call.Chat("clova");
        var upstage = call.Chat("upstage");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => (number % 2 == 0 ? clova : upstage).GetResponseAsync($"{number}: {MeteredCall.Prompt}")));
        var rows = await call.RowsAsync();
        Assert.Equal(30, rows.Count);
        Assert.Equal(15, rows.Count(row => row.Provider == "upstage"));
        foreach (var row in rows)
        {
            await AssertBilled(row);
        }
    }

    private async Task AssertBilled(UsageRow row)
    {
        EmulatedRequest billed = await emulator.BilledAsync(row.RequestId);
        Assert.Equal(billed.Provider, row.Provider);
        Assert.Equal(billed.Operation, row.Operation);
        Assert.Equal(billed.InputTokens, row.InputTokens);
        Assert.Equal(billed.OutputTokens, row.OutputTokens ?? 0);
        Assert.Equal("completed", billed.Outcome);
        Assert.Equal(WireCallOutcome.Completed, row.Outcome);
        Assert.Equal(UsageUnitSource.Reported, row.UnitSource);
        Assert.Equal(200, row.HttpStatus);
    }
}
