namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class TamperTests : IDisposable
{
    private const string DropTriggers = "DROP TRIGGER usage_rows_no_update; DROP TRIGGER usage_rows_no_delete; DROP TRIGGER ledger_head_forward;";

    private readonly TempFolder _folder = new();

    public static TheoryData<string> ChangedColumns() =>
    [
        "number = 1002",
        "kind = 'Reversal'",
        "call_id = '00000000-0000-0000-0000-000000000001'",
        "call_id = upper(call_id)",
        "reverses_row = 7",
        "provider = 'x'",
        "operation = 'x'",
        "requested_model = 'x'",
        "served_model = 'x'",
        "request_id = 'x'",
        "attempt = 9",
        "streaming = 1",
        "streaming = 2",
        "started_at = '2020-01-01T00:00:00.0000000Z'",
        "ended_at = '2020-01-01T00:00:00.0000000Z'",
        "ended_at = 'yesterday'",
        "input_tokens = 1",
        "output_tokens = 1",
        "output_tokens = NULL",
        "cached_input_tokens = 1",
        "reasoning_tokens = 1",
        "unit_source = 'Estimated'",
        "unit_source = '1'",
        "input_price_krw_per_million = '1'",
        "input_price_krw_per_million = '1250.0'",
        "output_price_krw_per_million = '1'",
        "cached_input_price_krw_per_million = NULL",
        "price_effective_from = '2020-01-01'",
        "price_effective_from = NULL",
        "price_source = 'x'",
        "cost_krw = '0'",
        "cost_krw = NULL",
        "purpose = 'x'",
        "voucher_id = 'x'",
        "outcome = 'Failed'",
        "error_code = 'x'",
        "http_status = 500",
        "reason = 'x'",
        "personal_data = 'Phone:1 masked'",
        "personal_data = '010-1234-5678'",
        "previous_hash = 'x'",
        "hash = 'x'",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(ChangedColumns))]
    public async Task Verify_ChangedColumn_NamesTheRow(string change)
    {
        await using var ledger = await ThreeRowsAsync();
        _folder.Tamper($"{DropTriggers} UPDATE usage_rows SET {change} WHERE number = 2");

        var verification = await ledger.VerifyAsync();
        Assert.False(verification.IsIntact);
        Assert.Equal(2, verification.BrokenRow);
        Assert.Equal(1, verification.Rows);
        Assert.Contains("Row 2 ", verification.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Verify_DeletedRow_NamesTheRow(int number)
    {
        await using var ledger = await ThreeRowsAsync();
        _folder.Tamper($"{DropTriggers} DELETE FROM usage_rows WHERE number = {number}");

        var verification = await ledger.VerifyAsync();
        Assert.Equal(number, verification.BrokenRow);
        Assert.Contains($"Row {number} is missing", verification.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_LastRowRewrittenWithItsHash_NamesTheRow()
    {
        await using var ledger = await ThreeRowsAsync();
        var last = (await ledger.RowsAsync())[2];
        var forged = (last with { InputTokens = 1 }).Chained(last.Number, last.PreviousHash);
        _folder.Tamper($"{DropTriggers} UPDATE usage_rows SET input_tokens = 1, hash = '{forged.Hash}' WHERE number = 3");

        var verification = await ledger.VerifyAsync();
        Assert.Equal(3, verification.BrokenRow);
        Assert.Contains("Row 3 is not the last row that the ledger wrote", verification.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_MiddleRowRewrittenWithItsHash_IsDetectedAtTheNext()
    {
        await using var ledger = await ThreeRowsAsync();
        var middle = (await ledger.RowsAsync())[1];
        var forged = (middle with { InputTokens = 1 }).Chained(middle.Number, middle.PreviousHash);
        _folder.Tamper($"{DropTriggers} UPDATE usage_rows SET input_tokens = 1, hash = '{forged.Hash}' WHERE number = 2");

        var verification = await ledger.VerifyAsync();
        Assert.Equal(3, verification.BrokenRow);
        Assert.Contains("does not follow the row before it", verification.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TailRewrittenWithItsHead_DiffersFromTheHashKeptElsewhere()
    {
        await using var ledger = await ThreeRowsAsync();
        var kept = (await ledger.VerifyAsync()).HeadHash;
        _folder.Tamper($"{DropTriggers} DELETE FROM usage_rows WHERE number = 3; UPDATE ledger_head SET number = 2, hash = (SELECT hash FROM usage_rows WHERE number = 2)");

        var verification = await ledger.VerifyAsync();
        Assert.True(verification.IsIntact);
        Assert.NotEqual(kept, verification.HeadHash, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Read_ChangedToNonsense_Throws()
    {
        await using var ledger = await ThreeRowsAsync();
        _folder.Tamper($"{DropTriggers} UPDATE usage_rows SET cost_krw = 'free' WHERE number = 2");
        var error = await Assert.ThrowsAsync<UsageLedgerException>(() => ledger.RowsAsync());
        Assert.Contains("did not write", error.Message, StringComparison.Ordinal);
    }

    private async Task<SqliteUsageLedger> ThreeRowsAsync()
    {
        var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        for (var i = 0; i < 3; i++)
        {
            await ledger.AddRowAsync(call => call with { CallId = new Guid($"abcdefab-cdef-7bcd-8fab-abcdefabcde{i}") });
        }

        Assert.True((await ledger.VerifyAsync()).IsIntact);
        return ledger;
    }
}
