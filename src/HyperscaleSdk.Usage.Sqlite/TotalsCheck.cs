using System.Globalization;

namespace HyperscaleSdk;

/// <summary>Counts the totals of vouchers again, row by row, and compares with those that are stored.</summary>
internal sealed class TotalsCheck(IReadOnlyList<VoucherTotal> stored)
{
    private readonly Dictionary<string, VoucherTotal> _stored = stored.ToDictionary(total => total.VoucherId, StringComparer.Ordinal);
    private readonly Dictionary<string, VoucherTotal> _counted = new(StringComparer.Ordinal);

    public void Count(UsageRow row)
    {
        if (row.VoucherId is { } voucher && _stored.TryGetValue(voucher, out var total) && row.Number <= total.ThroughRow)
        {
            _counted[voucher] = (_counted.GetValueOrDefault(voucher) ?? VoucherTotal.Empty(voucher)).With(row.Kind, row.CostKrw);
        }
    }

    /// <summary>What is wrong with the first stored total that is not the sum of its rows; null when all are.</summary>
    public string? Problem()
    {
        foreach (var total in stored)
        {
            var counted = _counted.GetValueOrDefault(total.VoucherId) ?? VoucherTotal.Empty(total.VoucherId);
            if (counted with { ThroughRow = total.ThroughRow } != total)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The stored total of a voucher, up to row {total.ThroughRow}, is not the sum of its rows. It has been changed, and budgets cannot be trusted: restore the file from a backup.");
            }
        }

        return null;
    }
}
