using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>The tables of a ledger file, and the triggers that make the rows append-only.</summary>
internal static class LedgerSchema
{
    public const int Version = 2;

    /// <summary>"HSUL" in the file's header: tells a ledger from any other SQLite file.</summary>
    public const int ApplicationId = 0x4853554C;

    private const string Tables = """
        CREATE TABLE ledger_schema (
            version INTEGER NOT NULL,
            created_at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE ledger_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            number INTEGER NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;

        CREATE TABLE usage_rows (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            call_id TEXT NOT NULL,
            reverses_row INTEGER,
            provider TEXT NOT NULL,
            operation TEXT NOT NULL,
            requested_model TEXT,
            served_model TEXT,
            request_id TEXT,
            attempt INTEGER NOT NULL,
            streaming INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            ended_at TEXT NOT NULL,
            input_tokens INTEGER,
            output_tokens INTEGER,
            cached_input_tokens INTEGER,
            reasoning_tokens INTEGER,
            unit_source TEXT NOT NULL,
            input_price_krw_per_million TEXT,
            output_price_krw_per_million TEXT,
            cached_input_price_krw_per_million TEXT,
            price_effective_from TEXT,
            price_source TEXT,
            cost_krw TEXT,
            purpose TEXT,
            voucher_id TEXT,
            outcome TEXT NOT NULL,
            error_code TEXT,
            http_status INTEGER,
            reason TEXT,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;

        CREATE UNIQUE INDEX usage_rows_call ON usage_rows (call_id) WHERE reverses_row IS NULL;
        CREATE UNIQUE INDEX usage_rows_reversed ON usage_rows (reverses_row) WHERE reverses_row IS NOT NULL;
        CREATE INDEX usage_rows_started ON usage_rows (started_at);

        CREATE TABLE usage_reservations (
            call_id TEXT PRIMARY KEY,
            provider TEXT NOT NULL,
            operation TEXT NOT NULL,
            requested_model TEXT,
            attempt INTEGER NOT NULL,
            streaming INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            estimated_input_tokens INTEGER NOT NULL,
            max_output_tokens INTEGER,
            input_price_krw_per_million TEXT,
            output_price_krw_per_million TEXT,
            cached_input_price_krw_per_million TEXT,
            price_effective_from TEXT,
            price_source TEXT,
            purpose TEXT,
            voucher_id TEXT,
            reserved_at TEXT NOT NULL,
            owner_machine TEXT NOT NULL,
            owner_boot TEXT NOT NULL,
            owner_process_id INTEGER NOT NULL,
            owner_start TEXT NOT NULL
        ) STRICT;

        CREATE TRIGGER usage_rows_no_update BEFORE UPDATE ON usage_rows
        BEGIN SELECT RAISE(ABORT, 'the rows of the usage ledger are append-only'); END;

        CREATE TRIGGER usage_rows_no_delete BEFORE DELETE ON usage_rows
        BEGIN SELECT RAISE(ABORT, 'the rows of the usage ledger are append-only'); END;

        CREATE TRIGGER usage_rows_in_order BEFORE INSERT ON usage_rows
        WHEN NEW.number <> (SELECT number + 1 FROM ledger_head) OR NEW.previous_hash <> (SELECT hash FROM ledger_head)
            OR EXISTS (SELECT 1 FROM usage_rows WHERE reverses_row IS NULL AND NEW.reverses_row IS NULL AND call_id = NEW.call_id)
        BEGIN SELECT RAISE(ABORT, 'a row of the usage ledger must follow the last one'); END;

        CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
        BEGIN SELECT RAISE(ABORT, 'the head of the usage ledger is not deleted'); END;

        CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head WHEN NEW.number <> OLD.number + 1
        BEGIN SELECT RAISE(ABORT, 'the head of the usage ledger moves one row at a time'); END;
        """;

    /// <summary>From 1 to 2: counts of personal data, and the totals that budgets are asked against. Rows and their hashes stay as they are.</summary>
    private const string SecondVersion = """
        ALTER TABLE usage_rows ADD COLUMN personal_data TEXT;
        ALTER TABLE usage_reservations ADD COLUMN personal_data TEXT;
        CREATE INDEX usage_rows_voucher ON usage_rows (voucher_id, number) WHERE voucher_id IS NOT NULL;

        CREATE TABLE voucher_totals (
            voucher_id TEXT PRIMARY KEY,
            through_row INTEGER NOT NULL,
            spent_krw TEXT NOT NULL,
            unpriced INTEGER NOT NULL
        ) STRICT;
        """;

    /// <summary>Makes sure that the file is a ledger that this version can write; creates the tables in a new file, and brings an older one up to date.</summary>
    public static void Prepare(SqliteConnection connection, string path, DateTimeOffset now)
    {
        // A file that is not ours must not be changed, not even its journal mode: look first, and in one snapshot, because
        // another process may be creating the tables right now.
        using (connection.BeginTransaction(deferred: true))
        {
            if (!IsNew(connection, path))
            {
                CheckVersion(connection, path);
            }
        }

        if (!string.Equals(connection.TextOf("PRAGMA journal_mode = WAL"), "wal", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageLedgerException($"The usage ledger '{path}' needs a local disk: where it lies, several processes cannot share it safely.");
        }

        connection.Execute("PRAGMA synchronous = FULL");
        using var transaction = connection.BeginTransaction(deferred: false);
        if (IsNew(connection, path))
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
            connection.Execute(Tables);
            AddVersion(connection, 1, now);
            connection.Execute("INSERT INTO ledger_head (id, number, hash) VALUES (1, 0, $1)", UsageRowHash.Genesis);
        }

        if (CheckVersion(connection, path) < 2)
        {
            connection.Execute(SecondVersion);
            AddVersion(connection, 2, now);
        }

        transaction.Commit();
    }

    private static void AddVersion(SqliteConnection connection, int version, DateTimeOffset now) =>
        connection.Execute("INSERT INTO ledger_schema (version, created_at) VALUES ($1, $2)", version, UsageRowHash.Format(now));

    private static bool IsNew(SqliteConnection connection, string path)
    {
        var applicationId = connection.Scalar("PRAGMA application_id");
        if (applicationId == ApplicationId)
        {
            return false;
        }

        if (applicationId == 0 && connection.Scalar("SELECT count(*) FROM sqlite_master") == 0)
        {
            return true;
        }

        throw new UsageLedgerException($"'{path}' is a database, but not a usage ledger. Name another file.");
    }

    private static long CheckVersion(SqliteConnection connection, string path)
    {
        var version = connection.Scalar("SELECT max(version) FROM ledger_schema");
        if (version > Version)
        {
            throw new UsageLedgerException(
                string.Create(CultureInfo.InvariantCulture, $"The usage ledger '{path}' was written by a newer release (schema {version}, this one knows {Version}). Update HyperscaleSdk.Usage.Sqlite."));
        }

        return version;
    }
}
