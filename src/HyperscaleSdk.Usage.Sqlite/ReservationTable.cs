using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>Reservations to and from the table <c>usage_reservations</c>.</summary>
internal static class ReservationTable
{
    private const string Columns = """
        call_id, provider, operation, requested_model, attempt, streaming, started_at, estimated_input_tokens, max_output_tokens,
        input_price_krw_per_million, output_price_krw_per_million, cached_input_price_krw_per_million, price_effective_from, price_source,
        purpose, voucher_id, reserved_at, owner_machine, owner_boot, owner_process_id, owner_start, personal_data
        """;

    private const string InsertSql = $"""
        INSERT INTO usage_reservations ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        $17, $18, $19, $20, $21, $22)
        """;

    private const string SelectSql = $"SELECT {Columns} FROM usage_reservations";

    public static void Insert(SqliteConnection connection, UsageReservation call, ReservationOwner owner, DateTimeOffset now) => connection.Execute(
        InsertSql,
        call.CallId.ToString("D"), call.Provider, call.Operation, call.RequestedModel, call.Attempt, call.Streaming ? 1 : 0,
        UsageRowHash.Format(call.StartedAt), call.EstimatedInputTokens, call.MaxOutputTokens, UsageRowHash.Format(call.Price?.InputPerMillion),
        UsageRowHash.Format(call.Price?.OutputPerMillion), UsageRowHash.Format(call.Price?.CachedInputPerMillion),
        call.Price is null ? null : StoredText.Format(call.Price.EffectiveFrom), call.Price?.Source, call.Purpose, call.VoucherId,
        UsageRowHash.Format(now), owner.Machine, owner.Boot, owner.ProcessId, owner.Start, call.PersonalData?.ToString());

    public static bool Delete(SqliteConnection connection, Guid callId) =>
        connection.Execute("DELETE FROM usage_reservations WHERE call_id = $1", callId.ToString("D")) == 1;

    public static UsageReservation? Find(SqliteConnection connection, Guid callId)
    {
        using var command = connection.Command(SelectSql + " WHERE call_id = $1", callId.ToString("D"));
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader).Call : null;
    }

    public static List<OpenReservation> All(SqliteConnection connection)
    {
        using var command = connection.Command(SelectSql + " ORDER BY reserved_at, call_id");
        using var reader = command.ExecuteReader();
        var all = new List<OpenReservation>();
        while (reader.Read())
        {
            all.Add(Read(reader));
        }

        return all;
    }

    public static List<UsageReservation> OfVoucher(SqliteConnection connection, string voucherId)
    {
        using var command = connection.Command(SelectSql + " WHERE voucher_id = $1", voucherId);
        using var reader = command.ExecuteReader();
        var all = new List<UsageReservation>();
        while (reader.Read())
        {
            all.Add(Read(reader).Call);
        }

        return all;
    }

    private static OpenReservation Read(SqliteDataReader reader) => new(
        new UsageReservation
        {
            CallId = StoredText.ParseGuid(reader.GetString(0)),
            Provider = reader.GetString(1),
            Operation = reader.GetString(2),
            RequestedModel = RowTable.Text(reader, 3),
            Attempt = checked((int)reader.GetInt64(4)),
            Streaming = StoredText.ParseFlag(reader.GetInt64(5)),
            StartedAt = StoredText.ParseTime(reader.GetString(6)),
            EstimatedInputTokens = reader.GetInt64(7),
            MaxOutputTokens = RowTable.Long(reader, 8),
            Price = RowTable.Price(reader, 9),
            Purpose = RowTable.Text(reader, 14),
            VoucherId = RowTable.Text(reader, 15),
            PersonalData = RowTable.Counts(reader, 21),
        },
        StoredText.ParseTime(reader.GetString(16)),
        new ReservationOwner(reader.GetString(17), reader.GetString(18), checked((int)reader.GetInt64(19)), reader.GetString(20)));
}
