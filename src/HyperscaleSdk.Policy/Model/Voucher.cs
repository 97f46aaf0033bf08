namespace HyperscaleSdk.Policies;

/// <summary>A voucher that pays for calls.</summary>
public sealed record Voucher
{
    /// <summary>The id that <c>UseVoucherBudget</c> takes.</summary>
    public required string Id { get; init; }

    /// <summary>The support programme, 사업명; null when not stated.</summary>
    public string? Programme { get; init; }

    /// <summary>The agency that runs it, 전담기관; null when not stated.</summary>
    public string? Agency { get; init; }

    /// <summary>Number of the agreement, 협약번호; null when not stated.</summary>
    public string? Agreement { get; init; }

    /// <summary>The supplier, 공급기업: its provider id or its name; null when not stated.</summary>
    public string? Supplier { get; init; }

    /// <summary>The API product that was picked, API 상품; null when not stated.</summary>
    public string? Product { get; init; }

    /// <summary>How much there is, and whose money; null when not stated.</summary>
    public VoucherBudget? Budget { get; init; }

    /// <summary>First day on which it pays; null when not stated.</summary>
    public PolicyDate? ValidFrom { get; init; }

    /// <summary>Last day on which it pays; null when not stated.</summary>
    public PolicyDate? ValidUntil { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }

    /// <summary>Whether it pays on a day.</summary>
    /// <param name="day">The day in Korea.</param>
    public bool IsValidOn(PolicyDate day) => (ValidFrom is not { } from || from <= day) && (ValidUntil is not { } until || day <= until);
}
