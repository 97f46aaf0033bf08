using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>
/// What each voucher has spent up to a row, so that a budget can be asked without reading the whole book. The rows after that one are
/// added when somebody asks: whoever appends rows need not know of the totals.
/// </summary>
internal static class VoucherTotals
{
    private const string Select = "SELECT voucher_id, through_row, spent_krw, unpriced FROM voucher_totals";

    /// <summary>What a voucher has spent and reserved. Must run in the write transaction of the reservation that asks.</summary>
    public static VoucherUse UseOf(SqliteConnection connection, string voucherId)
    {
        var total = Refresh(connection, voucherId);
        var (reserved, unpriced) = (0m, total.Unpriced);
        foreach (var open in ReservationTable.OfVoucher(connection, voucherId))
        {
            reserved += open.WorstCaseKrw ?? 0m;
            unpriced += open.WorstCaseKrw is null ? 1 : 0;
        }

        return new VoucherUse { SpentKrw = total.SpentKrw, ReservedKrw = reserved, UnpricedCalls = unpriced };
    }

    /// <summary>All totals as they are stored, each up to its row.</summary>
    public static List<VoucherTotal> All(SqliteConnection connection)
    {
        using var command = connection.Command(Select);
        using var reader = command.ExecuteReader();
        var all = new List<VoucherTotal>();
        while (reader.Read())
        {
            all.Add(Read(reader));
        }

        return all;
    }

    private static VoucherTotal Refresh(SqliteConnection connection, string voucherId)
    {
        var total = Find(connection, voucherId) ?? VoucherTotal.Empty(voucherId);
        var head = RowTable.Head(connection).Number;
        if (total.ThroughRow == head)
        {
            return total;
        }

        using (var command = connection.Command("SELECT kind, cost_krw FROM usage_rows WHERE voucher_id = $1 AND number > $2", voucherId, total.ThroughRow))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                total = total.With(StoredText.ParseEnum<UsageRowKind>(reader.GetString(0)), StoredText.ParseDecimal(RowTable.Text(reader, 1)));
            }
        }

        total = total with { ThroughRow = head };
        connection.Execute(
            """
            INSERT INTO voucher_totals (voucher_id, through_row, spent_krw, unpriced) VALUES ($1, $2, $3, $4)
            ON CONFLICT (voucher_id) DO UPDATE SET through_row = $2, spent_krw = $3, unpriced = $4
            """,
            voucherId, total.ThroughRow, UsageRowHash.Format(total.SpentKrw), total.Unpriced);
        return total;
    }

    private static VoucherTotal? Find(SqliteConnection connection, string voucherId)
    {
        using var command = connection.Command(Select + " WHERE voucher_id = $1", voucherId);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    private static VoucherTotal Read(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), StoredText.ParseDecimal(reader.GetString(2)) ?? 0m, reader.GetInt64(3));
}
