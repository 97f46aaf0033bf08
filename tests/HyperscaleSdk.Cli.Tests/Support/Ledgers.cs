using Microsoft.Data.Sqlite;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>Looks into ledger files that the command line wrote.</summary>
internal static class Ledgers
{
    public static async Task<IReadOnlyList<UsageRow>> RowsAsync(string path)
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(path, new SqliteUsageLedgerOptions { CreateIfMissing = false, RecoverOnOpen = false });
        Assert.True((await ledger.VerifyAsync()).IsIntact);
        var rows = new List<UsageRow>();
        await foreach (var row in ledger.ReadAsync())
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Changes the file behind the ledger's back.</summary>
    public static void Tamper(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
