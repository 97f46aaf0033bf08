namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class VoucherBudgetTests : IAsyncLifetime
{
    // 40 input tokens at 1,250 won and 100 output tokens at 5,000.5 won for a million.
    private const decimal WorstCase = 0.5501m;

    // 30 and 20 tokens, as the settlement of the samples has it.
    private const decimal Settled = 0.1375m;

    private readonly TempFolder _folder = new();
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reserve_WorstCaseFitsExactly_IsReserved()
    {
        await _ledger.ReserveAsync(Call(), Limit(WorstCase));

        Assert.Equal("v-1", Assert.Single(await _ledger.ReservationsAsync()).VoucherId);
    }

    [Fact]
    public async Task Reserve_OpenReservationsTakeTheRest_IsRefusedWithAmountsAndLeavesNothing()
    {
        await _ledger.ReserveAsync(Call(), Limit(1m));

        var refusal = await RefusedAsync(Call(), Limit(1m));

        Assert.Equal(VoucherRefusal.BudgetExceeded, refusal.Refusal);
        Assert.Equal(("v-1", 1m, 0m, WorstCase, WorstCase), (refusal.VoucherId, refusal.BudgetKrw, refusal.SpentKrw, refusal.ReservedKrw, refusal.RequiredKrw!.Value));
        Assert.Equal(("test-provider", "voucher_budget", true), (refusal.Provider, refusal.ErrorCode, refusal.IsTransient));
        Assert.Contains("Try again when those calls have ended", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await _ledger.ReservationsAsync());
    }

    [Fact]
    public async Task Settle_CheaperThanReserved_GivesBackTheDifference()
    {
        var first = Call();
        await _ledger.ReserveAsync(first, Limit(Settled + WorstCase));
        await RefusedAsync(Call(), Limit(Settled + WorstCase));
        await _ledger.SettleAsync(first.CallId, Samples.Settlement());

        await _ledger.ReserveAsync(Call(), Limit(Settled + WorstCase));

        Assert.Equal(Settled, (await _ledger.RowsAsync()).Single().CostKrw);
    }

    [Fact]
    public async Task Reserve_SpentUp_IsRefusedForGood()
    {
        await SpendAsync();

        var refusal = await RefusedAsync(Call(), Limit(WorstCase));

        Assert.Equal((Settled, 0m, false), (refusal.SpentKrw, refusal.ReservedKrw, refusal.IsTransient));
        Assert.Contains("of 0.5501 won (without VAT) 0.1375 are spent", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reverse_ARow_GivesItsCostBack()
    {
        var row = await SpendAsync();
        await RefusedAsync(Call(), Limit(WorstCase));
        await _ledger.ReverseAsync(row.Number, "billed twice");

        await _ledger.ReserveAsync(Call(), Limit(WorstCase));
    }

    [Fact]
    public async Task Reserve_SpentByOthers_DoesNotCount()
    {
        await _ledger.AddRowAsync();
        await _ledger.AddRowAsync(call => call with { VoucherId = "v-2" });
        await _ledger.ReserveAsync(Samples.Reservation());

        await _ledger.ReserveAsync(Call(), Limit(WorstCase));
    }

    [Fact]
    public async Task Reserve_RowsWithoutTheVerb_CountWhenTheyNameTheVoucher()
    {
        await _ledger.AddRowAsync(call => call with { VoucherId = "v-1" });

        Assert.Equal(Settled, (await RefusedAsync(Call(), Limit(WorstCase))).SpentKrw);
    }

    [Theory]
    [InlineData("2026-11-22T14:59:59Z", true)]
    [InlineData("2026-11-22T15:00:00Z", false)]
    public async Task Reserve_LastDay_EndsAtMidnightInKorea(string startedAt, bool pays)
    {
        var call = Call() with { StartedAt = DateTimeOffset.Parse(startedAt, System.Globalization.CultureInfo.InvariantCulture) };
        var limit = Limit(10m) with { ValidFrom = new DateOnly(2026, 11, 22), ValidUntil = new DateOnly(2026, 11, 22) };
        if (pays)
        {
            await _ledger.ReserveAsync(call, limit);
            return;
        }

        var refusal = await RefusedAsync(call, limit);
        Assert.Equal((VoucherRefusal.Expired, "voucher_expired", false), (refusal.Refusal, refusal.ErrorCode, refusal.IsTransient));
        Assert.Contains("until 2026-11-22, and it is 2026-11-23 in Korea", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reserve_BeforeTheFirstDay_IsRefused() =>
        Assert.Equal(VoucherRefusal.NotYetValid, (await RefusedAsync(Call(), Limit(10m) with { ValidFrom = new DateOnly(2026, 11, 23) })).Refusal);

    [Theory]
    [InlineData(false, true, VoucherRefusal.NoPrice)]
    [InlineData(true, false, VoucherRefusal.NoOutputLimit)]
    public async Task Reserve_CostNotKnownInAdvance_IsRefusedUnlessAllowed(bool hasPrice, bool hasLimit, VoucherRefusal why)
    {
        var call = Call() with { Price = hasPrice ? Samples.Price : null, MaxOutputTokens = hasLimit ? 100 : null };

        var refusal = await RefusedAsync(call, Limit(10m));
        Assert.Equal((why, null), (refusal.Refusal, refusal.RequiredKrw));

        await _ledger.ReserveAsync(call, Limit(10m) with { AllowUnpricedCalls = true });
        Assert.Equal(VoucherRefusal.UnknownSpending, (await RefusedAsync(Call(), Limit(10m))).Refusal);
    }

    [Fact]
    public async Task Reserve_EarlierRowWithoutCost_IsRefusedUntilItIsReversed()
    {
        var row = await _ledger.AddRowAsync(call => call with { VoucherId = "v-1", Price = null });
        Assert.Null(row.CostKrw);

        var refusal = await RefusedAsync(Call(), Limit(10m));
        Assert.Equal(VoucherRefusal.UnknownSpending, refusal.Refusal);
        await _ledger.ReverseAsync(row.Number, "paid from own money");

        await _ledger.ReserveAsync(Call(), Limit(10m));
    }

    [Fact]
    public async Task Reserve_UnpricedAllowedButNothingLeft_IsRefused() =>
        Assert.Equal(VoucherRefusal.BudgetExceeded, (await RefusedAsync(Call() with { Price = null }, Limit(0m) with { AllowUnpricedCalls = true })).Refusal);

    [Fact]
    public async Task Reserve_LimitOfAnotherVoucher_IsAMistake() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await _ledger.ReserveAsync(Samples.Reservation(), Limit(1m)));

    [Fact]
    public async Task Totals_AddedStepByStep_AreTheSumOfTheRowsAndVerified()
    {
        for (var i = 0; i < 5; i++)
        {
            await SpendAsync();
            await _ledger.AddRowAsync(call => call with { VoucherId = "v-2" });
        }

        Assert.Equal(5 * Settled, (await RefusedAsync(Call(), Limit(0.1m))).SpentKrw);
        Assert.True((await _ledger.VerifyAsync()).IsIntact);

        _folder.Tamper("UPDATE voucher_totals SET spent_krw = '0'");
        var verification = await _ledger.VerifyAsync();
        Assert.False(verification.IsIntact);
        Assert.Equal((10L, null), (verification.Rows, verification.BrokenRow));
        Assert.Contains("total of a voucher", verification.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_OnceCounted_AreNotCountedAgain()
    {
        await SpendAsync();
        await RefusedAsync(Call(), Limit(0.1m));
        _folder.Tamper("DROP TRIGGER usage_rows_no_update; UPDATE usage_rows SET cost_krw = '50'");

        Assert.Equal(Settled, (await RefusedAsync(Call(), Limit(0.1m))).SpentKrw);
    }

    [Fact]
    public async Task Open_AfterACrash_CountsTheOrphanAtItsWorstCase()
    {
        using (var child = LedgerChild.Start(LedgerChild.BudgetReserveMode, _folder.LedgerPath, calls: 1))
        {
            Assert.StartsWith("R", await child.StandardOutput.ReadLineAsync() ?? "", StringComparison.Ordinal);
            child.Kill();
            await child.WaitForExitAsync();
        }

        Assert.Equal(WorstCase, (await RefusedAsync(Call(), Limit(1m))).ReservedKrw);
        await _ledger.RecoverAsync();
        var refusal = await RefusedAsync(Call(), Limit(1m));
        Assert.Equal((WorstCase, 0m), (refusal.SpentKrw, refusal.ReservedKrw));
    }

    private static UsageReservation Call() => Samples.Reservation() with { VoucherId = "v-1" };

    private static VoucherLimit Limit(decimal amount) => new() { VoucherId = "v-1", AmountKrw = amount };

    private async Task<UsageRow> SpendAsync()
    {
        var call = Call();
        await _ledger.ReserveAsync(call, Limit(100m));
        return await _ledger.SettleAsync(call.CallId, Samples.Settlement());
    }

    private async Task<VoucherBudgetException> RefusedAsync(UsageReservation call, VoucherLimit limit) =>
        await Assert.ThrowsAsync<VoucherBudgetException>(async () => await _ledger.ReserveAsync(call, limit));
}
