using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Vouchers;

public sealed class VoucherBudgetClientTests : IAsyncLifetime
{
    private const string Prompt = "배송이 언제 오는지 알려 주세요.";

    private static readonly ChatOptions Short = new() { MaxOutputTokens = 200 };

    private VoucherTestBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await VoucherTestBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_Covered_IsSentAndPaidByTheVoucher(bool streaming)
    {
        var response = await AskAsync(_bed.Chat(VoucherTestBed.Policy(100)), streaming, Short);

        Assert.NotEmpty(response.Text);
        var row = Assert.Single(await _bed.RowsAsync());
        Assert.Equal((VoucherTestBed.Voucher, WireCallOutcome.Completed, UsageUnitSource.Reported), (row.VoucherId, row.Outcome, row.UnitSource));
        Assert.True(row.CostKrw is > 0 and < 1.1m);
        Assert.Empty(await _bed.ReservationsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_NotCovered_IsNotSent(bool streaming)
    {
        // 200 tokens of output cost a won at 5,000 for a million.
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(() => AskAsync(_bed.Chat(VoucherTestBed.Policy(1)), streaming, Short));

        Assert.Equal((VoucherRefusal.BudgetExceeded, ClovaStudioProvider.Id, 1m, 0m), (refusal.Refusal, refusal.Provider, refusal.BudgetKrw, refusal.SpentKrw));
        Assert.True(refusal.RequiredKrw is > 1m and < 1.5m);
        Assert.DoesNotContain("배송", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(_bed.Emulator.Requests);
        Assert.Empty(await _bed.RowsAsync());
        Assert.Empty(await _bed.ReservationsAsync());
    }

    [Fact]
    public async Task Call_WithoutALimitOfItsOwn_ReservesWhatTheModelAllows()
    {
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(() => _bed.Chat(VoucherTestBed.Policy(1)).GetResponseAsync(Prompt));

        var model = ClovaStudioProvider.Descriptor.FindModel("HCX-005")!;
        Assert.True(refusal.RequiredKrw >= model.MaxOutputTokens!.Value * 5000m / 1_000_000m);
    }

    [Fact]
    public async Task Calls_UntilTheVoucherIsUsedUp_StopBeforeItIsExceeded()
    {
        var chat = _bed.Chat(VoucherTestBed.Policy(5));
        var refusals = 0;
        for (var i = 0; refusals == 0; i++)
        {
            try
            {
                await AskAsync(chat, streaming: i % 2 == 0, Short);
            }
            catch (VoucherBudgetException)
            {
                refusals++;
            }
        }

        var rows = await _bed.RowsAsync();
        Assert.InRange(rows.Sum(row => row.CostKrw!.Value), 3.5m, 5m);
        Assert.Equal(_bed.Emulator.Requests.Count, rows.Count);
    }

    [Fact]
    public async Task Calls_InParallelThroughTwoLedgersOnOneFile_NeverExceedTheBudget()
    {
        await using var other = await SqliteUsageLedger.OpenAsync(_bed.LedgerPath);
        var policy = VoucherTestBed.Policy(10);
        IChatClient[] clients =
        [
            _bed.Chat(policy),
            new ClovaStudioChatClient(_bed.ClovaStudio()).UseUsageLedger(other, new UsageLedgerOptions { Policy = policy }).UseVoucherBudget(VoucherTestBed.Voucher),
        ];

        var sent = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            try
            {
                await AskAsync(clients[i % 2], streaming: i % 3 == 0, Short);
                return true;
            }
            catch (VoucherBudgetException)
            {
                return false;
            }
        }));

        var rows = await _bed.RowsAsync();
        Assert.Contains(false, sent);
        Assert.Equal(sent.Count(isSent => isSent), rows.Count);
        Assert.True(rows.Sum(row => row.CostKrw) <= 10m);
        Assert.Empty(await _bed.ReservationsAsync());
        Assert.True((await _bed.Ledger.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Call_RefusedByTheProvider_GivesEverythingBack()
    {
        var chat = _bed.Chat(VoucherTestBed.Policy(2), fault: "status-400");
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<HyperscaleRequestException>(() => AskAsync(chat, streaming: false, Short));
        }

        Assert.All(await _bed.RowsAsync(), row => Assert.Equal((0m, WireCallOutcome.Failed), (row.CostKrw, row.Outcome)));
    }

    [Fact]
    public async Task Call_Retried_ReservesEachAttempt()
    {
        var chat = _bed.Chat(VoucherTestBed.Policy(2), fault: "status-503;times=1");

        await AskAsync(chat, streaming: false, Short);

        Assert.Equal([WireCallOutcome.Failed, WireCallOutcome.Completed], (await _bed.RowsAsync()).Select(row => row.Outcome));
        Assert.All(await _bed.RowsAsync(), row => Assert.Equal(VoucherTestBed.Voucher, row.VoucherId));
    }

    [Fact]
    public async Task Stream_LeftEarly_IsSettledAndGivesBackTheRest()
    {
        await foreach (var update in _bed.Chat(VoucherTestBed.Policy(2)).GetStreamingResponseAsync(Prompt, Short))
        {
            Assert.Equal(VoucherTestBed.Voucher, Assert.Single(await _bed.ReservationsAsync()).VoucherId);
            break;
        }

        var row = Assert.Single(await _bed.RowsAsync());
        Assert.Equal((WireCallOutcome.Cancelled, VoucherTestBed.Voucher), (row.Outcome, row.VoucherId));
        Assert.True(row.CostKrw < 1m);
        Assert.Empty(await _bed.ReservationsAsync());
    }

    [Theory]
    [InlineData("2026-01-01", "2026-11-21", VoucherRefusal.Expired)]
    [InlineData("2026-11-23", "2026-12-31", VoucherRefusal.NotYetValid)]
    public async Task Call_OutsideOfTheVouchersDays_IsNotSent(string from, string until, VoucherRefusal why)
    {
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(
            () => _bed.Chat(VoucherTestBed.Policy(100, from, until)).GetResponseAsync(Prompt, Short));

        Assert.Equal(why, refusal.Refusal);
        Assert.Empty(_bed.Emulator.Requests);
    }

    [Fact]
    public async Task Call_OfAModelListedInDollars_TakesThePriceBookOfThePolicy()
    {
        var chat = new UpstageChatClient(_bed.Upstage()).UseUsageLedger(_bed.Ledger, new UsageLedgerOptions { Policy = VoucherTestBed.Policy(100) });

        await chat.UseVoucherBudget(VoucherTestBed.Voucher).GetResponseAsync(Prompt, Short);

        var row = Assert.Single(await _bed.RowsAsync());
        Assert.Equal((210m, 840m, "price list of the tests", new DateOnly(2026, 4, 1)), (row.Price!.InputPerMillion, row.Price.OutputPerMillion, row.Price.Source, row.Price.EffectiveFrom));
        Assert.Equal(row.Price.CostOf(row.InputTokens, row.CachedInputTokens, row.OutputTokens), row.CostKrw);
    }

    [Fact]
    public async Task Call_OfAModelWithoutAPriceInWon_IsRefusedUnlessAllowed()
    {
        var ledgered = new UpstageChatClient(_bed.Upstage()).UseUsageLedger(_bed.Ledger);
        var limit = new VoucherLimit { VoucherId = VoucherTestBed.Voucher, AmountKrw = 100m };

        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(
            () => ledgered.UseVoucherBudget(VoucherTestBed.Voucher, new VoucherBudgetOptions { Limit = limit }).GetResponseAsync(Prompt, Short));
        await ledgered.UseVoucherBudget(VoucherTestBed.Voucher, new VoucherBudgetOptions { Limit = limit, AllowUnpricedCalls = true }).GetResponseAsync(Prompt, Short);

        Assert.Equal(VoucherRefusal.NoPrice, refusal.Refusal);
        Assert.Null(Assert.Single(await _bed.RowsAsync()).CostKrw);
    }

    [Fact]
    public async Task Embeddings_Covered_ArePaidAndThenRefused()
    {
        // 200 won for a million tokens, and no output.
        var generator = new ClovaStudioEmbeddingGenerator(_bed.Configure(new ClovaStudioOptions(), ClovaStudioProvider.Id, fault: null))
            .UseUsageLedger(_bed.Ledger, new UsageLedgerOptions { Policy = VoucherTestBed.Policy(0.01m) })
            .UseVoucherBudget(VoucherTestBed.Voucher);

        await generator.GenerateAsync(["배송"]);
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(() => generator.GenerateAsync([new string('가', 500)]));

        Assert.Equal(VoucherRefusal.BudgetExceeded, refusal.Refusal);
        Assert.Equal(VoucherTestBed.Voucher, Assert.Single(await _bed.RowsAsync()).VoucherId);
        Assert.Single(_bed.Emulator.Requests);
    }

    [Fact]
    public async Task Call_InsideOfACallOfAnotherVoucher_KeepsItsOwn()
    {
        var inner = new ClovaStudioChatClient(_bed.ClovaStudio()).UseUsageLedger(_bed.Ledger, new UsageLedgerOptions { VoucherId = "v-other" });
        var outer = new NestingClient(new ClovaStudioChatClient(_bed.ClovaStudio()).UseUsageLedger(_bed.Ledger), inner)
            .UseVoucherBudget(VoucherTestBed.Voucher, new VoucherBudgetOptions { Policy = VoucherTestBed.Policy(100) });

        await outer.GetResponseAsync(Prompt, Short);

        Assert.Equal(["v-other", VoucherTestBed.Voucher], (await _bed.RowsAsync()).Select(row => row.VoucherId));
    }

    private static async Task<ChatResponse> AskAsync(IChatClient chat, bool streaming, ChatOptions options) => streaming
        ? await chat.GetStreamingResponseAsync(Prompt, options).ToChatResponseAsync()
        : await chat.GetResponseAsync(Prompt, options);

    /// <summary>Asks another client first, as a tool does that a loop calls.</summary>
    private sealed class NestingClient(IChatClient innerClient, IChatClient other) : DelegatingChatClient(innerClient)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await other.GetResponseAsync(messages, options, cancellationToken);
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
    }
}
