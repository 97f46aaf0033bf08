namespace HyperscaleSdk;

/// <summary>What a voucher has paid so far, and what calls under way may still cost; as one ledger has it at one moment.</summary>
public sealed record VoucherUse
{
    /// <summary>The cost of the voucher's rows, reversals taken off, in won without value-added tax.</summary>
    public required decimal SpentKrw { get; init; }

    /// <summary>The most that the voucher's open reservations can cost, in won without value-added tax.</summary>
    public required decimal ReservedKrw { get; init; }

    /// <summary>How many rows (those that are reversed left out) and open reservations of the voucher have no cost, because no price in won is known.</summary>
    public required long UnpricedCalls { get; init; }
}
