using Microsoft.Data.Sqlite;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>A folder of a test's own, deleted with all that is in it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-ledger-");

    public string Path => _folder.FullName;

    public string LedgerPath => System.IO.Path.Combine(_folder.FullName, "ledger.db");

    /// <summary>Changes the file behind the ledger's back.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = LedgerPath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
