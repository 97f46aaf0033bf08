using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>What the ledger needs to know of the voucher that pays: its limit, and the policy whose price book counts where the ledger names none.</summary>
internal sealed record VoucherGate(VoucherLimit Limit, Policy? Policy);
