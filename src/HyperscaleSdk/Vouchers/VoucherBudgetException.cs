namespace HyperscaleSdk;

/// <summary>A voucher does not pay for a call. Nothing was sent, and nothing is written to the ledger.</summary>
/// <remarks>The message says what to do. Amounts are Korean won without value-added tax. It is transient when calls that are under way may give back enough.</remarks>
public sealed class VoucherBudgetException : HyperscaleException
{
    internal VoucherBudgetException(string message)
        : base(message)
    {
    }

    /// <summary>Why.</summary>
    public required VoucherRefusal Refusal { get; init; }

    /// <summary>The voucher.</summary>
    public required string VoucherId { get; init; }

    /// <summary>All that the voucher pays.</summary>
    public required decimal BudgetKrw { get; init; }

    /// <summary>What its calls have cost so far.</summary>
    public required decimal SpentKrw { get; init; }

    /// <summary>The most that its calls under way can cost.</summary>
    public required decimal ReservedKrw { get; init; }

    /// <summary>The most that this call can cost; <see langword="null"/> when that is not known.</summary>
    public required decimal? RequiredKrw { get; init; }

    internal static string CodeOf(VoucherRefusal refusal) => refusal switch
    {
        VoucherRefusal.BudgetExceeded => "voucher_budget",
        VoucherRefusal.NotYetValid => "voucher_not_yet_valid",
        VoucherRefusal.Expired => "voucher_expired",
        VoucherRefusal.NoPrice => "voucher_no_price",
        VoucherRefusal.NoOutputLimit => "voucher_no_output_limit",
        _ => "voucher_unknown_spending",
    };
}
