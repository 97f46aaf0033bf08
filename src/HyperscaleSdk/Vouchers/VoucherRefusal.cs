namespace HyperscaleSdk;

/// <summary>Why a voucher does not pay for a call.</summary>
public enum VoucherRefusal
{
    /// <summary>What is left does not cover the most that the call can cost. Code <c>voucher_budget</c>.</summary>
    BudgetExceeded,

    /// <summary>The voucher's first day is still to come. Code <c>voucher_not_yet_valid</c>.</summary>
    NotYetValid,

    /// <summary>The voucher's last day is over. Code <c>voucher_expired</c>.</summary>
    Expired,

    /// <summary>No price in won is known for the model. Code <c>voucher_no_price</c>.</summary>
    NoPrice,

    /// <summary>Neither the request nor the model has a known limit of the output. Code <c>voucher_no_output_limit</c>.</summary>
    NoOutputLimit,

    /// <summary>The cost of earlier calls is not known, so that what is left is not known either. Code <c>voucher_unknown_spending</c>.</summary>
    UnknownSpending,
}
