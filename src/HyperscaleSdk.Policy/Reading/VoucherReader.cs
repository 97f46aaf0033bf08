namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads the vouchers.</summary>
internal static class VoucherReader
{
    public static IReadOnlyList<Voucher> Read(PolicyObject root)
    {
        var ids = new UniqueIds(StringComparer.Ordinal);
        return root.Children("vouchers", PolicyShapes.Voucher).Select(entry => Read(entry, ids)).Where(entry => entry is not null).ToArray()!;
    }

    private static Voucher? Read(PolicyObject entry, UniqueIds ids)
    {
        var id = ids.Take(entry);
        var voucher = new Voucher
        {
            Id = id ?? string.Empty,
            Programme = entry.Text("programme"),
            Agency = entry.Text("agency"),
            Agreement = entry.Text("agreement"),
            Supplier = entry.Text("supplier"),
            Product = entry.Text("product"),
            Budget = ReadBudget(entry.Child("budget", PolicyShapes.Budget)),
            ValidFrom = entry.Date("validFrom"),
            ValidUntil = entry.Date("validUntil"),
            Place = entry.Place,
        };
        if (voucher.ValidFrom > voucher.ValidUntil)
        {
            entry.Scope.Error(
                PolicyProblemIds.Contradiction,
                entry.SpanOf("validUntil"),
                $"The voucher ends on {voucher.ValidUntil}, before it starts on {voucher.ValidFrom}: it never pays.",
                $"바우처가 시작일({voucher.ValidFrom})보다 앞선 {voucher.ValidUntil}에 끝나므로 쓸 수 있는 날이 없습니다.");
        }
        else if (voucher.ValidUntil < entry.Scope.Today)
        {
            entry.Scope.Warn(
                PolicyProblemIds.Expired,
                entry.SpanOf("validUntil"),
                $"The voucher expired on {voucher.ValidUntil}: calls are no longer paid by it. Remove it when it is settled.",
                $"바우처가 {voucher.ValidUntil}에 만료되어 더는 호출 비용을 지원하지 않습니다. 정산이 끝나면 지우십시오.");
        }

        return id is null ? null : voucher;
    }

    private static VoucherBudget? ReadBudget(PolicyObject? budget) => budget is null
        ? null
        : new VoucherBudget
        {
            Government = budget.Amount("government") ?? 0,
            OwnCash = budget.Amount("ownCash") ?? 0,
            OwnInKind = budget.Amount("ownInKind") ?? 0,
        };
}
