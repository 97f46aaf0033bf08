namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class VoucherConcurrencyTests : IDisposable
{
    // What a call of the samples costs at most: see VoucherBudgetTests.
    private const decimal WorstCase = 0.5501m;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Budget_ThreeProcessesTwoThreadsEach_IsUsedUpToTheLastCallAndNeverExceeded()
    {
        // Every call costs its worst case; the budget (see the child) covers 100 calls and a half, and the children try 300.
        var children = Enumerable.Range(0, 3).Select(_ => LedgerChild.Start(LedgerChild.BudgetMode, _folder.LedgerPath, calls: 50)).ToList();
        var outputs = await Task.WhenAll(children.Select(child => child.StandardOutput.ReadToEndAsync()));
        foreach (var child in children)
        {
            await child.WaitForExitAsync();
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var rows = await ledger.RowsAsync();
        Assert.Equal(100, rows.Count);
        Assert.Equal(100 * WorstCase, rows.Sum(row => row.CostKrw));
        Assert.Equal(200, outputs.Sum(output => output.Count(character => character == 'X')));
        Assert.True((await ledger.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Budget_TwoLedgersOnOneFileWhileCallsAreUnderWay_NeverReservesMoreThanThereIs()
    {
        await using var first = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await using var second = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var limit = new VoucherLimit { VoucherId = "v-1", AmountKrw = 10 * WorstCase };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            try
            {
                await (i % 2 == 0 ? first : second).ReserveAsync(Samples.Reservation() with { VoucherId = "v-1" }, limit);
                return true;
            }
            catch (VoucherBudgetException)
            {
                return false;
            }
        })));

        Assert.Equal(10, outcomes.Count(isReserved => isReserved));
        Assert.Equal(10 * WorstCase, (await first.ReservationsAsync()).Sum(call => call.WorstCaseKrw));
    }
}
