namespace HyperscaleSdk;

/// <summary>Which rows to read. Every condition that is set must hold; the default reads all.</summary>
public sealed record UsageQuery
{
    /// <summary>Calls that started at this moment or later; <see langword="null"/>: from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Calls that started before this moment; <see langword="null"/>: to the end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Calls to this provider id (ordinal); <see langword="null"/>: to every provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Calls paid by this voucher (ordinal); <see langword="null"/>: paid in whatever way.</summary>
    public string? VoucherId { get; init; }
}
