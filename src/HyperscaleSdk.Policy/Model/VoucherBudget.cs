namespace HyperscaleSdk.Policies;

/// <summary>The money of a voucher, in KRW without value added tax, by source (재원별).</summary>
public sealed record VoucherBudget
{
    /// <summary>Paid by the government, 정부지원금.</summary>
    public decimal Government { get; init; }

    /// <summary>The institution's own cash, 자부담 현금.</summary>
    public decimal OwnCash { get; init; }

    /// <summary>The institution's own contribution in kind, 자부담 현물.</summary>
    public decimal OwnInKind { get; init; }

    /// <summary>All of it.</summary>
    public decimal Total => Government + OwnCash + OwnInKind;
}
