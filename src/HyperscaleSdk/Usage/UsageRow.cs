namespace HyperscaleSdk;

/// <summary>One row of the ledger: a wire call with its units, price and cost, or the reversal of one.</summary>
/// <remarks>There is no field for prompts, answers, keys or users, on purpose.</remarks>
public sealed record UsageRow
{
    /// <summary>The row's number: 1, 2, 3 … without gaps; 0 while it is not yet chained.</summary>
    public long Number { get; init; }

    /// <summary>What the row stands for.</summary>
    public UsageRowKind Kind { get; init; }

    /// <summary>Our own id of the call; a reversal has that of the row it takes back.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The number of the row that this one takes back; <see langword="null"/> on a call.</summary>
    public long? ReversesRow { get; init; }

    /// <summary>The provider id.</summary>
    public required string Provider { get; init; }

    /// <summary><c>chat</c>, <c>embeddings</c>, or the operation id of a typed call.</summary>
    public required string Operation { get; init; }

    /// <summary>The model that was asked for; <see langword="null"/> when the operation has none.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>The model that the provider says it used; <see langword="null"/> when it does not say.</summary>
    public string? ServedModel { get; init; }

    /// <summary>The provider's request id; <see langword="null"/> when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>1 for the first attempt, 2 for the first retry, and so on.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether the answer was streamed.</summary>
    public bool Streaming { get; init; }

    /// <summary>When the call started, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, in UTC; for a call whose process died, when that was found; for a reversal, when it was written.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The day on which the call started, in Korean time (UTC+9). Computed, not stored.</summary>
    public DateOnly Date => KoreanTime.DateOf(StartedAt);

    /// <summary>Input tokens, cached ones included; <see langword="null"/> when unknown. Negative on a reversal.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens, reasoning included; <see langword="null"/> when unknown or when the operation has none. Negative on a reversal.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The part of the input that came from the provider's cache; <see langword="null"/> when not reported. Negative on a reversal.</summary>
    public long? CachedInputTokens { get; init; }

    /// <summary>The part of the output that was reasoning; <see langword="null"/> when not reported. Negative on a reversal.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Where the units come from.</summary>
    public UsageUnitSource UnitSource { get; init; }

    /// <summary>The unit prices in won; <see langword="null"/> when no price in won is known.</summary>
    public UsagePrice? Price { get; init; }

    /// <summary>The cost in won without value-added tax, rounded to 4 decimals; <see langword="null"/> when no price in won is known. Negative on a reversal.</summary>
    public decimal? CostKrw { get; init; }

    /// <summary>The purpose that the call served (policy id); <see langword="null"/> when none was named.</summary>
    public string? Purpose { get; init; }

    /// <summary>The voucher that pays; <see langword="null"/>: own money.</summary>
    public string? VoucherId { get; init; }

    /// <summary>How the call ended.</summary>
    public WireCallOutcome Outcome { get; init; }

    /// <summary>The provider's error code; <see langword="null"/> when there was none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came or it is not known.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// What the personal-data guard had found in the call until this request was sent, or refused: kinds, actions and counts, never a value.
    /// <see langword="null"/> when nothing was found, there is no guard, and on a reversal (what was found is not taken back).
    /// </summary>
    public PersonalDataCounts? PersonalData { get; init; }

    /// <summary>Why the row was reversed; <see langword="null"/> on a call.</summary>
    public string? Reason { get; init; }

    /// <summary>The hash of the row before; <see cref="UsageRowHash.Genesis"/> on the first row.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>The hash of this row, see <see cref="UsageRowHash"/>; empty while it is not yet chained.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Makes the row of a call, not yet chained: fills units that nobody reported with estimates, and computes the cost.</summary>
    /// <param name="reservation">The call as it was reserved.</param>
    /// <param name="settlement">How it ended.</param>
    public static UsageRow FromCall(UsageReservation reservation, UsageSettlement settlement) => UsageRowFactory.FromCall(reservation, settlement);

    /// <summary>Makes the row that takes back another, not yet chained.</summary>
    /// <param name="row">The row to take back; must be a <see cref="UsageRowKind.Call"/>.</param>
    /// <param name="reason">Why, at most 200 characters are kept.</param>
    /// <param name="at">When the reversal is written.</param>
    public static UsageRow FromReversal(UsageRow row, string reason, DateTimeOffset at) => UsageRowFactory.FromReversal(row, reason, at);

    /// <summary>Puts the row at its place in the chain.</summary>
    /// <param name="number">The number after that of the row before; 1 for the first.</param>
    /// <param name="previousHash">The hash of the row before; <see cref="UsageRowHash.Genesis"/> for the first.</param>
    public UsageRow Chained(long number, string previousHash)
    {
        var row = this with { Number = number, PreviousHash = previousHash };
        return row with { Hash = UsageRowHash.Compute(row) };
    }
}
