using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>Rows to and from the table <c>usage_rows</c>.</summary>
internal static class RowTable
{
    private const string Columns = """
        number, kind, call_id, reverses_row, provider, operation, requested_model, served_model, request_id, attempt, streaming,
        started_at, ended_at, input_tokens, output_tokens, cached_input_tokens, reasoning_tokens, unit_source,
        input_price_krw_per_million, output_price_krw_per_million, cached_input_price_krw_per_million, price_effective_from, price_source,
        cost_krw, purpose, voucher_id, outcome, error_code, http_status, reason, previous_hash, hash, personal_data
        """;

    public const string Select = $"SELECT {Columns} FROM usage_rows";

    private const string Insert = $"""
        INSERT INTO usage_rows ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)
        """;

    public const int PageSize = 500;

    public static UsageRow? FindNumber(SqliteConnection connection, long number) =>
        Find(connection, "number = $1", number);

    public static UsageRow? FindCall(SqliteConnection connection, Guid callId) =>
        Find(connection, "call_id = $1 AND reverses_row IS NULL", callId.ToString("D"));

    public static UsageRow? FindReversal(SqliteConnection connection, long number) =>
        Find(connection, "reverses_row = $1", number);

    /// <summary>Reads the rows after a number that a query asks for, at most <see cref="PageSize"/>.</summary>
    public static IReadOnlyList<UsageRow> Page(SqliteConnection connection, UsageQuery query, long after)
    {
        using var command = connection.Command(
            Select + """
             WHERE number > $1 AND ($2 IS NULL OR started_at >= $2) AND ($3 IS NULL OR started_at < $3)
                AND ($4 IS NULL OR provider = $4) AND ($5 IS NULL OR voucher_id = $5)
            ORDER BY number LIMIT $6
            """,
            after,
            query.From is { } from ? UsageRowHash.Format(from) : null,
            query.To is { } to ? UsageRowHash.Format(to) : null,
            query.Provider,
            query.VoucherId,
            PageSize);
        using var reader = command.ExecuteReader();
        var rows = new List<UsageRow>();
        while (reader.Read())
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    /// <summary>Chains a row to the head and writes both. Must run in a write transaction.</summary>
    public static UsageRow Append(SqliteConnection connection, UsageRow unchained)
    {
        var (number, hash) = Head(connection);
        var row = unchained.Chained(number + 1, hash);
        connection.Execute(
            Insert,
            row.Number, row.Kind.ToString(), row.CallId.ToString("D"), row.ReversesRow, row.Provider, row.Operation, row.RequestedModel,
            row.ServedModel, row.RequestId, row.Attempt, row.Streaming ? 1 : 0, UsageRowHash.Format(row.StartedAt), UsageRowHash.Format(row.EndedAt),
            row.InputTokens, row.OutputTokens, row.CachedInputTokens, row.ReasoningTokens, row.UnitSource.ToString(),
            UsageRowHash.Format(row.Price?.InputPerMillion), UsageRowHash.Format(row.Price?.OutputPerMillion),
            UsageRowHash.Format(row.Price?.CachedInputPerMillion), row.Price is null ? null : StoredText.Format(row.Price.EffectiveFrom),
            row.Price?.Source, UsageRowHash.Format(row.CostKrw), row.Purpose, row.VoucherId, row.Outcome.ToString(), row.ErrorCode,
            row.HttpStatus, row.Reason, row.PreviousHash, row.Hash, row.PersonalData?.ToString());
        connection.Execute("UPDATE ledger_head SET number = $1, hash = $2 WHERE id = 1", row.Number, row.Hash);
        return row;
    }

    public static (long Number, string Hash) Head(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT number, hash FROM ledger_head WHERE id = 1");
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? (reader.GetInt64(0), reader.GetString(1))
            : throw new UsageLedgerException("The usage ledger has lost its head. Restore the file from a backup.");
    }

    /// <summary>Reads the current row of a reader over <see cref="Select"/>.</summary>
    /// <exception cref="FormatException">A column holds what this ledger never writes.</exception>
    public static UsageRow Read(SqliteDataReader reader) => new()
    {
        Number = reader.GetInt64(0),
        Kind = StoredText.ParseEnum<UsageRowKind>(reader.GetString(1)),
        CallId = StoredText.ParseGuid(reader.GetString(2)),
        ReversesRow = Long(reader, 3),
        Provider = reader.GetString(4),
        Operation = reader.GetString(5),
        RequestedModel = Text(reader, 6),
        ServedModel = Text(reader, 7),
        RequestId = Text(reader, 8),
        Attempt = checked((int)reader.GetInt64(9)),
        Streaming = StoredText.ParseFlag(reader.GetInt64(10)),
        StartedAt = StoredText.ParseTime(reader.GetString(11)),
        EndedAt = StoredText.ParseTime(reader.GetString(12)),
        InputTokens = Long(reader, 13),
        OutputTokens = Long(reader, 14),
        CachedInputTokens = Long(reader, 15),
        ReasoningTokens = Long(reader, 16),
        UnitSource = StoredText.ParseEnum<UsageUnitSource>(reader.GetString(17)),
        Price = Price(reader, 18),
        CostKrw = StoredText.ParseDecimal(Text(reader, 23)),
        Purpose = Text(reader, 24),
        VoucherId = Text(reader, 25),
        Outcome = StoredText.ParseEnum<WireCallOutcome>(reader.GetString(26)),
        ErrorCode = Text(reader, 27),
        HttpStatus = checked((int?)Long(reader, 28)),
        Reason = Text(reader, 29),
        PreviousHash = reader.GetString(30),
        Hash = reader.GetString(31),
        PersonalData = Counts(reader, 32),
    };

    /// <summary>Reads the five columns of a price that start at a column; a price without its date is no price.</summary>
    public static UsagePrice? Price(SqliteDataReader reader, int first)
    {
        if (reader.IsDBNull(first + 3) || reader.IsDBNull(first + 4))
        {
            return Enumerable.Range(first, 5).All(reader.IsDBNull) ? null : throw new FormatException("The price has lost its date or its source.");
        }

        return new UsagePrice
        {
            InputPerMillion = StoredText.ParseDecimal(Text(reader, first)),
            OutputPerMillion = StoredText.ParseDecimal(Text(reader, first + 1)),
            CachedInputPerMillion = StoredText.ParseDecimal(Text(reader, first + 2)),
            EffectiveFrom = StoredText.ParseDate(reader.GetString(first + 3)),
            Source = reader.GetString(first + 4),
        };
    }

    private static UsageRow? Find(SqliteConnection connection, string condition, object value)
    {
        using var command = connection.Command($"{Select} WHERE {condition}", value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    public static PersonalDataCounts? Counts(SqliteDataReader reader, int column) => Text(reader, column) is { } text ? PersonalDataCounts.Parse(text) : null;

    public static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Long(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
