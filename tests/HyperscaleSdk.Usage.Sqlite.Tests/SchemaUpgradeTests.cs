namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class SchemaUpgradeTests : IDisposable
{
    // What the first version did not have; the rest of its tables is unchanged.
    private const string BackToVersion1 = """
        DROP INDEX usage_rows_voucher;
        DROP TABLE voucher_totals;
        ALTER TABLE usage_rows DROP COLUMN personal_data;
        ALTER TABLE usage_reservations DROP COLUMN personal_data;
        DELETE FROM ledger_schema WHERE version = 2;
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_FirstSchema_KeepsRowsHashesAndReservationsAndTakesCounts()
    {
        var open = Samples.Reservation() with { VoucherId = "v-1" };
        List<UsageRow> before;
        string head;
        await using (var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath))
        {
            await ledger.AddRowAsync();
            await ledger.AddRowAsync(call => call with { VoucherId = "v-1" });
            await ledger.ReverseAsync(1, "wrong");
            await ledger.ReserveAsync(open);
            (before, head) = (await ledger.RowsAsync(), (await ledger.VerifyAsync()).HeadHash);
        }

        _folder.Tamper(BackToVersion1);
        await using var upgraded = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

        Assert.Equal(before, await upgraded.RowsAsync());
        var verification = await upgraded.VerifyAsync();
        Assert.Equal((null, 3L, head), (verification.Problem, verification.Rows, verification.HeadHash));
        Assert.Equal(open, Assert.Single(await upgraded.ReservationsAsync()));
        var row = await upgraded.AddRowAsync(call => call with { PersonalData = PersonalDataCounts.Parse("Phone:1 masked") });
        Assert.Equal((4L, "Phone:1 masked"), (row.Number, row.PersonalData!.ToString()));
        Assert.Equal(row, (await upgraded.RowsAsync())[3]);
        Assert.True((await upgraded.VerifyAsync()).IsIntact);
        var refusal = await Assert.ThrowsAsync<VoucherBudgetException>(
            async () => await upgraded.ReserveAsync(Samples.Reservation() with { VoucherId = "v-1" }, new VoucherLimit { VoucherId = "v-1", AmountKrw = 0.7m }));
        Assert.Equal((before[1].CostKrw, open.WorstCaseKrw), (refusal.SpentKrw, refusal.ReservedKrw));
    }

    [Fact]
    public async Task Open_FileThatTheFirstSchemaWrote_VerifiesWithTheHashesItHad()
    {
        _folder.Tamper(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "ledger-schema-1.sql")));

        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);

        var verification = await ledger.VerifyAsync();
        Assert.Equal((null, 3L, "8d4e366bff8dd6283373162c3eb50ad834bee354e9aebbe55a7b0357c833138f"), (verification.Problem, verification.Rows, verification.HeadHash));
        Assert.All(await ledger.RowsAsync(), row => Assert.Null(row.PersonalData));
        Assert.Equal(4, (await ledger.AddRowAsync()).Number);
    }

    [Fact]
    public async Task Open_FirstSchemaByManyAtOnce_UpgradesOnce()
    {
        await using (var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath))
        {
            await ledger.AddRowAsync();
        }

        _folder.Tamper(BackToVersion1);
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteUsageLedger.OpenAsync(_folder.LedgerPath))));

        await Task.WhenAll(ledgers.Select(ledger => ledger.AddRowAsync()));
        Assert.Equal(9, (await ledgers[0].VerifyAsync()).Rows);
        foreach (var ledger in ledgers)
        {
            await ledger.DisposeAsync();
        }
    }
}
