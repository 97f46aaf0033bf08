using Microsoft.Data.Sqlite;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class SqliteUsageLedgerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Row_EveryField_SurvivesReopening()
    {
        var reservation = new UsageReservation
        {
            CallId = Guid.CreateVersion7(),
            Provider = "naver-clovastudio",
            Operation = "chat",
            RequestedModel = "HCX-005",
            Attempt = 3,
            Streaming = true,
            StartedAt = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.FromHours(9)).AddTicks(1234567),
            EstimatedInputTokens = 5,
            MaxOutputTokens = 7,
            Price = Samples.Price,
            Purpose = "상담-요약",
            VoucherId = "바우처-2026-\\1",
        };
        var settlement = new UsageSettlement
        {
            Outcome = WireCallOutcome.Incomplete,
            EndedAt = reservation.StartedAt.AddSeconds(3),
            ServedModel = "HCX-005-2026",
            RequestId = "req-가나다",
            InputTokens = 1_000_001,
            OutputTokens = 77,
            CachedInputTokens = 1,
            ReasoningTokens = 5,
            ErrorCode = "40000",
            HttpStatus = 200,
        };
        UsageRow written;
        await using (var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath))
        {
            await ledger.ReserveAsync(reservation);
            written = await ledger.SettleAsync(reservation.CallId, settlement);
        }

        await using var reopened = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var row = Assert.Single(await reopened.RowsAsync());
        Assert.Equal(written, row);
        Assert.Equal(
            new UsageRow
            {
                Number = 1,
                Kind = UsageRowKind.Call,
                CallId = reservation.CallId,
                Provider = "naver-clovastudio",
                Operation = "chat",
                RequestedModel = "HCX-005",
                ServedModel = "HCX-005-2026",
                RequestId = "req-가나다",
                Attempt = 3,
                Streaming = true,
                StartedAt = reservation.StartedAt.ToUniversalTime(),
                EndedAt = settlement.EndedAt.ToUniversalTime(),
                InputTokens = 1_000_001,
                OutputTokens = 77,
                CachedInputTokens = 1,
                ReasoningTokens = 5,
                UnitSource = UsageUnitSource.Reported,
                Price = Samples.Price,
                CostKrw = 1250.3854m,
                Purpose = "상담-요약",
                VoucherId = "바우처-2026-\\1",
                Outcome = WireCallOutcome.Incomplete,
                ErrorCode = "40000",
                HttpStatus = 200,
                PreviousHash = UsageRowHash.Genesis,
                Hash = row.Hash,
            },
            row);
        Assert.Equal(TimeSpan.Zero, row.StartedAt.Offset);
        Assert.Equal(new DateOnly(2026, 11, 23), row.Date.AddDays(1));
        Assert.Matches("^[0-9a-f]{64}$", row.Hash);
    }

    [Fact]
    public async Task Row_NothingKnown_StaysNull()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var reservation = new UsageReservation { CallId = Guid.CreateVersion7(), Provider = "upstage", Operation = "listModels", StartedAt = Samples.Noon };
        await ledger.ReserveAsync(reservation);
        await ledger.SettleAsync(reservation.CallId, new UsageSettlement { Outcome = WireCallOutcome.Completed, EndedAt = Samples.Noon });

        var row = Assert.Single(await ledger.RowsAsync());
        Assert.Null(row.RequestedModel);
        Assert.Null(row.ServedModel);
        Assert.Null(row.RequestId);
        Assert.Null(row.OutputTokens);
        Assert.Null(row.Price);
        Assert.Null(row.CostKrw);
        Assert.Null(row.Purpose);
        Assert.Null(row.VoucherId);
        Assert.Null(row.ErrorCode);
        Assert.Null(row.HttpStatus);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
    }

    [Fact]
    public async Task Reservation_UntilSettled_IsListed()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var reservation = Samples.Reservation() with { Purpose = "p", VoucherId = "v" };
        await ledger.ReserveAsync(reservation);
        Assert.Equal(reservation, Assert.Single(await ledger.ReservationsAsync()));
        Assert.Empty(await ledger.RowsAsync());

        await ledger.SettleAsync(reservation.CallId, Samples.Settlement());
        Assert.Empty(await ledger.ReservationsAsync());
        Assert.Single(await ledger.RowsAsync());
    }

    [Fact]
    public async Task Reserve_SameCallTwice_Throws()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var reservation = Samples.Reservation();
        await ledger.ReserveAsync(reservation);
        var error = await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.ReserveAsync(reservation));
        Assert.Contains(reservation.CallId.ToString(), error.Message, StringComparison.Ordinal);

        await ledger.SettleAsync(reservation.CallId, Samples.Settlement());
        await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.ReserveAsync(reservation));
        Assert.Single(await ledger.RowsAsync());
    }

    [Fact]
    public async Task Settle_TwiceOrUnknown_Throws()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var row = await ledger.AddRowAsync();
        var twice = await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.SettleAsync(row.CallId, Samples.Settlement()));
        Assert.Contains("already settled: row 1", twice.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.SettleAsync(Guid.CreateVersion7(), Samples.Settlement()));
        Assert.Contains("was not reserved", unknown.Message, StringComparison.Ordinal);
        Assert.Single(await ledger.RowsAsync());
    }

    [Fact]
    public async Task Read_Filters_ByPeriodProviderAndVoucher()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await ledger.AddRowAsync(call => call with { StartedAt = Samples.Noon, Provider = "a", VoucherId = "v1" });
        await ledger.AddRowAsync(call => call with { StartedAt = Samples.Noon.AddHours(1), Provider = "b", VoucherId = "v1" });
        await ledger.AddRowAsync(call => call with { StartedAt = Samples.Noon.AddHours(2), Provider = "a" });

        Assert.Equal([1, 3], await Numbers(new UsageQuery { Provider = "a" }));
        Assert.Equal([1, 2], await Numbers(new UsageQuery { VoucherId = "v1" }));
        Assert.Equal([2], await Numbers(new UsageQuery { VoucherId = "v1", Provider = "b" }));
        Assert.Equal([2], await Numbers(new UsageQuery { From = Samples.Noon.AddHours(1), To = Samples.Noon.AddHours(2) }));
        Assert.Equal([1, 2, 3], await Numbers(new UsageQuery { From = Samples.Noon.ToOffset(TimeSpan.FromHours(9)) }));

        async Task<IEnumerable<long>> Numbers(UsageQuery query) => (await ledger.RowsAsync(query)).Select(row => row.Number);
    }

    [Fact]
    public async Task Read_MoreThanAPage_ComesWholeAndInOrder()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        for (var i = 0; i < 501; i++)
        {
            await ledger.AddRowAsync();
        }

        Assert.Equal(Enumerable.Range(1, 501).Select(i => (long)i), (await ledger.RowsAsync()).Select(row => row.Number));
    }

    [Fact]
    public async Task Reverse_Row_TakesBackUnitsAndCost()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath, new SqliteUsageLedgerOptions { TimeProvider = new ManualTime(Samples.Noon.AddDays(1)) });
        var row = await ledger.AddRowAsync();
        var reversal = await ledger.ReverseAsync(row.Number, "billed twice by the supplier");

        Assert.Equal(UsageRowKind.Reversal, reversal.Kind);
        Assert.Equal(1, reversal.ReversesRow);
        Assert.Equal(row.CallId, reversal.CallId);
        Assert.Equal(-30, reversal.InputTokens);
        Assert.Equal(-20, reversal.OutputTokens);
        Assert.Equal(-row.CostKrw, reversal.CostKrw);
        Assert.Equal(Samples.Noon.AddDays(1), reversal.EndedAt);
        Assert.Equal("billed twice by the supplier", reversal.Reason);
        Assert.Equal([row, reversal], await ledger.RowsAsync());
        Assert.True((await ledger.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Reverse_TwiceOrAReversalOrNothing_Throws()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await ledger.AddRowAsync();
        await ledger.ReverseAsync(1, "wrong");
        await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.ReverseAsync(1, "again"));
        await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.ReverseAsync(2, "back"));
        await Assert.ThrowsAsync<UsageLedgerException>(async () => await ledger.ReverseAsync(9, "none"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.ReverseAsync(1, " "));
        Assert.Equal(2, (await ledger.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("UPDATE usage_rows SET cost_krw = '1'")]
    [InlineData("DELETE FROM usage_rows")]
    [InlineData("INSERT OR REPLACE INTO usage_rows SELECT * FROM usage_rows WHERE number = 1")]
    [InlineData("DELETE FROM ledger_head")]
    [InlineData("UPDATE ledger_head SET number = 0")]
    public async Task Rows_ChangedBySql_AreRefused(string sql)
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await ledger.AddRowAsync();
        await ledger.AddRowAsync();
        Assert.Throws<SqliteException>(() => _folder.Tamper(sql));
        Assert.True((await ledger.VerifyAsync()).IsIntact);
        Assert.Equal(2, (await ledger.RowsAsync()).Count);
    }

    [Fact]
    public async Task Reserve_Cancelled_ReservesNothing()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ledger.ReserveAsync(Samples.Reservation(), new CancellationToken(canceled: true)));
        Assert.Empty(await ledger.ReservationsAsync());
    }

    [Fact]
    public async Task Disposed_Ledger_Refuses()
    {
        var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await ledger.DisposeAsync();
        await ledger.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await ledger.ReserveAsync(Samples.Reservation()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ledger.RowsAsync());
    }
}
