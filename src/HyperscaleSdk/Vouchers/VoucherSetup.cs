using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Finds the limit of a voucher when a client is set up, so that a mistake surfaces where it is written.</summary>
internal static class VoucherSetup
{
    public static VoucherGate Gate(string voucherId, VoucherBudgetOptions? options, LedgerPlace? place)
    {
        CheckId(voucherId);
        if (place is null)
        {
            throw new InvalidOperationException(
                $"The budget of voucher '{voucherId}' needs a usage ledger that counts what is spent, and this client has none. Put it in first: client.UseUsageLedger(ledger).UseVoucherBudget(\"{voucherId}\").");
        }

        if (place.Options.VoucherId is { } other && !string.Equals(other, voucherId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The ledger's options say that voucher '{other}' pays, and UseVoucherBudget says '{voucherId}'. Name one of them, or leave VoucherId out of UsageLedgerOptions.", nameof(voucherId));
        }

        options ??= new VoucherBudgetOptions();
        var policy = options.Policy ?? place.Options.Policy;
        if (options.Limit is null)
        {
            policy ??= PolicyFile.LoadBesideProgram() ?? throw new InvalidOperationException(
                $"Nothing says how much voucher '{voucherId}' pays. Put {Policy.FileName} beside the program, set UsageLedgerOptions.Policy (with services: the configuration Hyperscale:Policy), or set VoucherBudgetOptions.Limit.");
        }

        var limit = options.Limit ?? Limit(voucherId, policy!);
        Check(voucherId, limit);
        return new VoucherGate(limit with { AllowUnpricedCalls = limit.AllowUnpricedCalls || options.AllowUnpricedCalls }, policy);
    }

    public static void CheckId(string voucherId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(voucherId);
        if (!UsageText.IsId(voucherId))
        {
            throw new ArgumentException($"The id of a voucher has 1 to {UsageText.MaxIdLength} characters, none of them a control character.", nameof(voucherId));
        }
    }

    private static VoucherLimit Limit(string voucherId, Policy policy)
    {
        var voucher = policy.FindVoucher(voucherId) ?? throw new ArgumentException(
            $"The policy has no voucher '{voucherId}'; it has {(policy.Vouchers.Count == 0 ? "none" : string.Join(", ", policy.Vouchers.Select(known => $"'{known.Id}'")))}. Add it under vouchers, with budget, validFrom and validUntil.",
            nameof(voucherId));
        var budget = voucher.Budget ?? throw new ArgumentException($"The policy gives voucher '{voucherId}' no budget. Add it: \"budget\": {{ \"government\": …, \"ownCash\": … }}, in won without VAT.", nameof(voucherId));
        return new VoucherLimit
        {
            VoucherId = voucherId,

            // Work and goods that the institution contributes pay no call.
            AmountKrw = budget.Government + budget.OwnCash,
            ValidFrom = Day(voucher.ValidFrom),
            ValidUntil = Day(voucher.ValidUntil),
        };
    }

    private static void Check(string voucherId, VoucherLimit limit)
    {
        if (!string.Equals(limit.VoucherId, voucherId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"VoucherBudgetOptions.Limit is that of voucher '{limit.VoucherId}', and UseVoucherBudget says '{voucherId}'.", nameof(limit));
        }

        if (limit.AmountKrw < 0 || limit.ValidUntil < limit.ValidFrom)
        {
            throw new ArgumentException($"The limit of voucher '{voucherId}' needs an amount of 0 or more, and a last day that is not before the first.", nameof(limit));
        }
    }

    private static DateOnly? Day(PolicyDate? date) => date is { } day ? new DateOnly(day.Year, day.Month, day.Day) : null;
}
