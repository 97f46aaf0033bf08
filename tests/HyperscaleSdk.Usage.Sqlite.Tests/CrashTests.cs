namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class CrashTests : IDisposable
{
    private const int Kills = 20;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ledger_ProcessKilledAgainAndAgain_LosesAndDoublesNothing()
    {
        var random = new Random(20261122);
        var reserved = new HashSet<Guid>();
        var settled = new HashSet<Guid>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAfterAsync(random.Next(0, 60), reserved, settled);

            await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
            var verification = await ledger.VerifyAsync();
            Assert.Null(verification.Problem);
            Assert.Empty(await ledger.ReservationsAsync());
        }

        await using var reopened = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var rows = await reopened.RowsAsync();
        Assert.Equal(rows.Count, rows.Select(row => row.CallId).Distinct().Count());
        Assert.Subset(rows.Where(row => row.Outcome == WireCallOutcome.Completed).Select(row => row.CallId).ToHashSet(), settled);
        Assert.Subset(rows.Select(row => row.CallId).ToHashSet(), reserved);
        var orphans = rows.Where(row => row.Outcome != WireCallOutcome.Completed).ToList();
        Assert.NotEmpty(orphans);
        Assert.All(orphans, AssertOrphan);
    }

    [Fact]
    public async Task Reservation_OfALivingProcess_IsLeftAloneUntilItDies()
    {
        using var child = LedgerChild.Start(LedgerChild.ReserveMode, _folder.LedgerPath, calls: 2);
        Assert.NotNull(await child.StandardOutput.ReadLineAsync());
        Assert.NotNull(await child.StandardOutput.ReadLineAsync());

        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        Assert.Empty(await ledger.RowsAsync());
        Assert.Equal(2, (await ledger.ReservationsAsync()).Count);

        child.StandardInput.Close();
        await child.WaitForExitAsync();
        var recovered = await ledger.RecoverAsync();
        Assert.Equal(2, recovered.Count);
        Assert.All(recovered, AssertOrphan);
        Assert.Equal(recovered, await ledger.RowsAsync());
        Assert.Empty(await ledger.RecoverAsync());
    }

    [Theory]
    [InlineData("owner_machine = 'elsewhere'", false, true)]
    [InlineData("owner_start = '1'", true, true)]
    [InlineData("owner_process_id = 2147483647", true, true)]
    public async Task Reservation_WhoseOwnerChanged_IsRecoveredWhenItsProcessIsGone(string change, bool atOnce, bool afterADay)
    {
        var time = new ManualTime(Samples.Noon);
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath, new SqliteUsageLedgerOptions { TimeProvider = time });
        await ledger.ReserveAsync(Samples.Reservation());
        Assert.Empty(await ledger.RecoverAsync());

        _folder.Tamper($"UPDATE usage_reservations SET {change}");
        Assert.Equal(atOnce, (await ledger.RecoverAsync()).Count == 1);
        time.Advance(TimeSpan.FromHours(25));
        await ledger.RecoverAsync();
        Assert.Equal(afterADay, (await ledger.RowsAsync()).Count == 1);
    }

    [Theory]
    [InlineData("another-boot/pid:[1]", true)]
    [InlineData(null, false)]
    public async Task Reservation_OfAnotherBoot_IsAnOrphanButAnotherContainerIsNot(string? boot, bool isOrphan)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "boots and process-id namespaces are told apart on Linux only");
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        await ledger.ReserveAsync(Samples.Reservation());
        _folder.Tamper(boot is null
            ? "UPDATE usage_reservations SET owner_boot = substr(owner_boot, 1, instr(owner_boot, '/')) || 'pid:[1]'"
            : $"UPDATE usage_reservations SET owner_boot = '{boot}'");
        Assert.Equal(isOrphan, (await ledger.RecoverAsync()).Count == 1);
    }

    private static void AssertOrphan(UsageRow row)
    {
        Assert.Equal(WireCallOutcome.Incomplete, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.Equal("process_ended", row.ErrorCode);
        Assert.Equal(40, row.InputTokens);
        Assert.Equal(100, row.OutputTokens);
        Assert.Equal(Samples.Price.CostOf(40, null, 100), row.CostKrw);
    }

    private async Task KillAfterAsync(int lines, HashSet<Guid> reserved, HashSet<Guid> settled)
    {
        using var child = LedgerChild.Start(LedgerChild.LoopMode, _folder.LedgerPath, calls: int.MaxValue);
        try
        {
            for (var i = 0; i < lines; i++)
            {
                Note(await child.StandardOutput.ReadLineAsync());
            }
        }
        finally
        {
            child.Kill();
        }

        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            Note(line);
        }

        await child.WaitForExitAsync();

        void Note(string? line)
        {
            Assert.NotNull(line);
            (line[0] == 'S' ? settled : reserved).Add(Guid.ParseExact(line[2..], "D"));
        }
    }
}
