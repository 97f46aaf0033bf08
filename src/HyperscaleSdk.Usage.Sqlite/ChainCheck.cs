using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HyperscaleSdk;

/// <summary>Recomputes the hash chain of a file in one snapshot.</summary>
internal static class ChainCheck
{
    public static UsageVerification Run(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var head = RowTable.Head(connection);
        using var command = connection.Command(RowTable.Select + " ORDER BY number");
        using var reader = command.ExecuteReader();
        var hash = UsageRowHash.Genesis;
        var totals = new TotalsCheck(VoucherTotals.All(connection));
        long rows = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Check(reader, rows + 1, hash, out var row) is { } problem)
            {
                return Broken(rows, hash, problem);
            }

            totals.Count(row!);
            (rows, hash) = (rows + 1, row!.Hash);
        }

        if (head.Number != rows)
        {
            return Broken(rows, hash, Text($"Row {rows + 1} is missing: the ledger has {head.Number} rows, the table {rows}."));
        }

        if (!string.Equals(head.Hash, hash, StringComparison.Ordinal))
        {
            return Broken(Math.Max(0, rows - 1), hash, Text($"Row {rows} is not the last row that the ledger wrote."));
        }

        // The rows are good then; what is wrong is the sum that budgets are asked against.
        return new UsageVerification { Rows = rows, HeadHash = hash, Problem = totals.Problem() };
    }

    private static string? Check(SqliteDataReader reader, long expected, string previousHash, out UsageRow? row)
    {
        row = null;
        if (reader.GetInt64(0) != expected)
        {
            return Text($"Row {expected} is missing.");
        }

        try
        {
            row = RowTable.Read(reader);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or InvalidOperationException)
        {
            return Text($"Row {expected} has been changed: a column holds a value that the ledger does not write.");
        }

        if (!string.Equals(row.PreviousHash, previousHash, StringComparison.Ordinal))
        {
            return Text($"Row {expected} does not follow the row before it: one of the two has been changed.");
        }

        return string.Equals(row.Hash, UsageRowHash.Compute(row), StringComparison.Ordinal)
            ? null
            : Text($"Row {expected} has been changed: its content does not match its hash.");
    }

    private static UsageVerification Broken(long goodRows, string hash, string problem) =>
        new() { Rows = goodRows, HeadHash = hash, BrokenRow = goodRows + 1, Problem = problem };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
