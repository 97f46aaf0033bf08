using HyperscaleSdk.Emulator.Errors;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>The faults that one request asked for.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    /// <summary>As it was asked for; the key under which <see cref="Times"/> is counted.</summary>
    public string Source { get; init; } = "";

    public FaultKinds Kinds { get; init; }

    /// <summary>HTTP status to answer with at once, or null.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds for the retry headers of a 429 or 503, or null: 1 on a 429, none on a 503.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How many requests with the same fault id are hit, or null: all.</summary>
    public int? Times { get; init; }

    /// <summary>Stream chunks that go out before the damage, or null: 2, and none before a reset.</summary>
    public int? After { get; init; }

    public TimeSpan? Delay { get; init; }

    /// <summary>Kibibytes of white space under <see cref="FaultKinds.HugeBody"/>.</summary>
    public int Size { get; init; } = 64 * 1024;

    /// <summary>The error body to use instead of the provider's own, or null.</summary>
    public ErrorForm? ErrorForm { get; init; }

    /// <summary>The rate headers to use instead of the provider's own, or null.</summary>
    public RateHeaderForm? RateHeaders { get; init; }

    /// <summary>Asked for by this very request: what cannot happen to its answer is refused, not passed over.</summary>
    public bool IsStrict { get; init; }

    public bool IsEmpty => Kinds == FaultKinds.None && Status is null;

    public int AfterChunks => After ?? 2;

    /// <summary>Ends before a header is sent.</summary>
    public bool ResetsAtOnce => Has(FaultKinds.Reset) && After is null;

    /// <summary>Replaces the answer by an error.</summary>
    public bool Refuses => Status is not null || Has(FaultKinds.ErrorIn200);

    public bool Has(FaultKinds kind) => (Kinds & kind) != FaultKinds.None;
}
