using System;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>What a client passed through on the way from what made it to where it is used.</summary>
[Flags]
internal enum ClientMarks
{
    None = 0,

    /// <summary>The usage ledger.</summary>
    UsageLedger = 1,

    /// <summary>The budget of a voucher.</summary>
    VoucherBudget = 2,

    /// <summary>The personal-data guard.</summary>
    PersonalDataGuard = 4,

    /// <summary>A member of another type than the one that uses it.</summary>
    Elsewhere = 8,

    /// <summary>A registration in the service container.</summary>
    Registered = 16,

    /// <summary>Code of another assembly that may have added something.</summary>
    Open = 32,
}
