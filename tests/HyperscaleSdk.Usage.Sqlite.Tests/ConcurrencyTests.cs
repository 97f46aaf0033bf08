namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ledger_FourProcessesTwoThreadsEach_WritesEveryRowOnce()
    {
        var children = Enumerable.Range(0, 4).Select(_ => LedgerChild.Start(LedgerChild.LoopMode, _folder.LedgerPath, calls: 250)).ToList();
        var outputs = await Task.WhenAll(children.Select(child => child.StandardOutput.ReadToEndAsync()));
        foreach (var child in children)
        {
            await child.WaitForExitAsync();
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var verification = await ledger.VerifyAsync();
        Assert.Null(verification.Problem);
        Assert.Equal(2000, verification.Rows);
        Assert.Empty(await ledger.ReservationsAsync());
        var settled = outputs.SelectMany(output => output.Split('\n')).Where(line => line.StartsWith('S')).Select(line => Guid.Parse(line[2..])).ToHashSet();
        Assert.Equal(2000, settled.Count);
        Assert.Equal(settled, (await ledger.RowsAsync()).Select(row => row.CallId).ToHashSet());
    }

    [Fact]
    public async Task Open_ManyAtOnceOnANewFile_AllShareOneLedger()
    {
        for (var round = 0; round < 25; round++)
        {
            var path = Path.Combine(_folder.Path, $"ledger-{round}.db");
            var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteUsageLedger.OpenAsync(path))));
            await Task.WhenAll(ledgers.Select(ledger => ledger.AddRowAsync()));
            Assert.Equal(8, (await ledgers[0].VerifyAsync()).Rows);
            foreach (var ledger in ledgers)
            {
                await ledger.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Ledger_ReadAndVerifiedWhileWritten_IsAlwaysConsistent()
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(_folder.LedgerPath);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await ledger.AddRowAsync();
            }
        })));
        do
        {
            Assert.Null((await ledger.VerifyAsync()).Problem);
            var rows = await ledger.RowsAsync();
            Assert.Equal(Enumerable.Range(1, rows.Count).Select(i => (long)i), rows.Select(row => row.Number));
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(100, (await ledger.VerifyAsync()).Rows);
    }
}
