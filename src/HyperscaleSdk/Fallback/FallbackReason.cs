namespace HyperscaleSdk;

/// <summary>Why a supplier did not answer a call that another one may.</summary>
public enum FallbackReason
{
    /// <summary>It cannot be reached, fails, does not answer in time, or its circuit is open.</summary>
    Down,

    /// <summary>It takes no more requests or tokens for now, or for longer than the call may last.</summary>
    OverQuota,

    /// <summary>The voucher does not pay for the call.</summary>
    OverBudget,

    /// <summary>It did not accept the key; only with <see cref="FallbackOptions.AfterAuthenticationFailure"/>.</summary>
    KeyRefused,

    /// <summary>It was not asked: the policy does not permit it for the data in the call, or the call belongs to another supplier.</summary>
    NotPermitted,
}
