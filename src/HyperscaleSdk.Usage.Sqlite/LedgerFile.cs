using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>A ledger file: opens connections to it, runs transactions, and turns SQLite's errors into ours.</summary>
internal sealed class LedgerFile
{
    private readonly SqliteOpenMode _firstMode;
    private readonly TimeSpan _busyTimeout;

    private LedgerFile(string path, SqliteUsageLedgerOptions options)
    {
        Path = path;
        _busyTimeout = options.BusyTimeout < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : options.BusyTimeout;
        _firstMode = options.CreateIfMissing ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
    }

    public string Path { get; }

    public static LedgerFile Open(string path, SqliteUsageLedgerOptions options, out SqliteConnection connection)
    {
        var fullPath = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(fullPath))
        {
            throw new UsageLedgerException($"'{fullPath}' is a folder. Name a file in it.");
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(fullPath)))
        {
            throw new UsageLedgerException($"The folder of '{fullPath}' does not exist. Create it first.");
        }

        if (!options.CreateIfMissing && !File.Exists(fullPath))
        {
            throw new UsageLedgerException($"There is no usage ledger '{fullPath}'. Check the path.");
        }

        var file = new LedgerFile(fullPath, options);
        connection = file.Translate(() => file.Connect(prepareAt: options.TimeProvider.GetUtcNow()));
        return file;
    }

    /// <summary>Opens a connection of its own for reading beside the writer.</summary>
    public SqliteConnection Connect() => Translate(() => Connect(prepareAt: null));

    /// <summary>Runs work in a transaction that holds the write lock from its beginning.</summary>
    public T Write<T>(SqliteConnection connection, Func<SqliteConnection, T> work) => Translate(() =>
    {
        // Immediate: the head that is read inside cannot change before the commit, in this process or in another.
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection);
        transaction.Commit();
        return result;
    });

    /// <summary>Runs work, with errors that name the file and say what to do.</summary>
    public T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw new UsageLedgerException(MessageOf(exception), exception);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw new UsageLedgerException($"The usage ledger '{Path}' holds a value that it did not write. Verify it, and restore it from a backup.", exception);
        }
    }

    private SqliteConnection Connect(DateTimeOffset? prepareAt)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = prepareAt is null ? SqliteOpenMode.ReadWrite : _firstMode,
            DefaultTimeout = (int)Math.Min(_busyTimeout.TotalSeconds, 3600),
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)_busyTimeout.TotalMilliseconds}"));
            if (prepareAt is { } now)
            {
                LedgerSchema.Prepare(connection, Path, now);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string MessageOf(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => $"The usage ledger '{Path}' is locked by another process for longer than {_busyTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds. Find the process that holds it.",
        8 => $"The usage ledger '{Path}' cannot be written. Check the permissions of the file and of its folder.",
        11 => $"The usage ledger '{Path}' is damaged. Keep the file, and restore it from a backup.",
        13 => $"The disk that holds the usage ledger '{Path}' is full. Free some space.",
        14 => $"The usage ledger '{Path}' cannot be opened. Check that its folder is there and can be written.",
        26 => $"'{Path}' is not a usage ledger. Name another file.",
        _ => $"The usage ledger '{Path}' cannot be used: {exception.Message}",
    };
}
