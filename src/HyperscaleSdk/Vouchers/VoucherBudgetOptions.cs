using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Where the budget of a voucher is written down, and what is done about calls without a price.</summary>
public sealed class VoucherBudgetOptions
{
    /// <summary>
    /// Amount and days; <see langword="null"/> (default): as the policy says under <c>vouchers</c>, where the amount is <c>government</c> and
    /// <c>ownCash</c> (a contribution in kind pays no call).
    /// </summary>
    public VoucherLimit? Limit { get; set; }

    /// <summary>
    /// The policy that names the voucher; <see langword="null"/> (default): the one of the ledger's options, or else of the services, or else the
    /// file <c>hyperscale.policy.json</c> beside the program.
    /// </summary>
    public Policy? Policy { get; set; }

    /// <summary>Whether calls without a known cost are let through; see <see cref="VoucherLimit.AllowUnpricedCalls"/>. Default <see langword="false"/>.</summary>
    public bool AllowUnpricedCalls { get; set; }
}
