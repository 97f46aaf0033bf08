namespace HyperscaleSdk.Emulator.Faults;

/// <summary>The faults that one request asked for.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    public FaultKinds Kinds { get; init; }

    /// <summary>HTTP status to answer with at once, or null.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds for the retry headers of a 429 or 503, or null: 1 on a 429, none on a 503.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How many requests with the same fault id are hit, or null: all.</summary>
    public int? Times { get; init; }

    /// <summary>Stream chunks that go out before the damage.</summary>
    public int AfterChunks { get; init; } = 2;

    /// <summary>Pause before each chunk under <see cref="FaultKinds.Slow"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(20);

    public bool IsEmpty => Kinds == FaultKinds.None && Status is null;

    public bool Has(FaultKinds kind) => (Kinds & kind) != FaultKinds.None;
}
