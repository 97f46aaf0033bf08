namespace HyperscaleSdk;

/// <summary>A call that is about to be sent: written before the call, so that a crash cannot lose it.</summary>
public sealed record UsageReservation
{
    /// <summary>Our own id of the call (UUID version 7).</summary>
    public required Guid CallId { get; init; }

    /// <summary>The provider id, for example <c>upstage</c>.</summary>
    public required string Provider { get; init; }

    /// <summary><c>chat</c>, <c>embeddings</c>, or the operation id of a typed call.</summary>
    public required string Operation { get; init; }

    /// <summary>The model that is asked for; <see langword="null"/> when the operation has none.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>1 for the first attempt, 2 for the first retry, and so on.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether the answer is streamed.</summary>
    public bool Streaming { get; init; }

    /// <summary>When the call started. Stored in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>A rough count of the input, in tokens; used where the provider reports nothing.</summary>
    public long EstimatedInputTokens { get; init; }

    /// <summary>
    /// The most output tokens that the request allows, or under <c>UseVoucherBudget</c> else the model; <see langword="null"/> when no limit is set.
    /// The estimate of a call whose process died.
    /// </summary>
    public long? MaxOutputTokens { get; init; }

    /// <summary>The price of the model that is asked for; <see langword="null"/> when no price in won is known.</summary>
    public UsagePrice? Price { get; init; }

    /// <summary>The purpose that the call serves (policy id); <see langword="null"/> when none is named.</summary>
    public string? Purpose { get; init; }

    /// <summary>The voucher that pays; <see langword="null"/> when the call is paid from own money.</summary>
    public string? VoucherId { get; init; }

    /// <summary>What the personal-data guard has found in the request before it was sent; <see langword="null"/> when nothing was found or there is no guard.</summary>
    public PersonalDataCounts? PersonalData { get; init; }

    /// <summary>The most that the call can cost by its estimates, in won without value-added tax; <see langword="null"/> when a price or the limit of the output is not known.</summary>
    public decimal? WorstCaseKrw => MaxOutputTokens switch
    {
        null => null,
        0 when EstimatedInputTokens == 0 => 0m,
        { } output => Price?.CostOf(EstimatedInputTokens, cachedInputTokens: 0, output),
    };
}
