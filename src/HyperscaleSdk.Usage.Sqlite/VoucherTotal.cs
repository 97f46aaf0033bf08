namespace HyperscaleSdk;

/// <summary>What a voucher has spent in the rows up to one.</summary>
/// <param name="VoucherId">The voucher.</param>
/// <param name="ThroughRow">The number of the last row that is counted; 0 for none.</param>
/// <param name="SpentKrw">The sum of costs, in won without value-added tax.</param>
/// <param name="Unpriced">How many calls have no cost and are not reversed.</param>
internal sealed record VoucherTotal(string VoucherId, long ThroughRow, decimal SpentKrw, long Unpriced)
{
    public static VoucherTotal Empty(string voucherId) => new(voucherId, 0, 0m, 0);

    /// <summary>The total with one more row of the voucher. A reversal of a row without cost takes its call off.</summary>
    public VoucherTotal With(UsageRowKind kind, decimal? costKrw) => this with
    {
        SpentKrw = SpentKrw + (costKrw ?? 0m),
        Unpriced = Unpriced + (costKrw is not null ? 0 : kind == UsageRowKind.Call ? 1 : -1),
    };
}
