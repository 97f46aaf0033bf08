namespace HyperscaleSdk;

/// <summary>How a reserved call ended.</summary>
public sealed record UsageSettlement
{
    /// <summary>How the call ended.</summary>
    public required WireCallOutcome Outcome { get; init; }

    /// <summary>When it ended. Stored in UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The model that the provider says it used; <see langword="null"/> when it does not say.</summary>
    public string? ServedModel { get; init; }

    /// <summary>The provider's request id; <see langword="null"/> when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Input tokens as reported; <see langword="null"/> when not reported. A negative number counts as not reported.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens as reported; <see langword="null"/> when not reported. A negative number counts as not reported.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The part of the input that came from the provider's cache; <see langword="null"/> when not reported.</summary>
    public long? CachedInputTokens { get; init; }

    /// <summary>The part of the output that was reasoning; <see langword="null"/> when not reported.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>A rough count of the output that did arrive, in tokens; used only where the provider reports nothing.</summary>
    public long? EstimatedOutputTokens { get; init; }

    /// <summary>The price of the model that was served; <see langword="null"/>: the price of the reservation holds.</summary>
    public UsagePrice? Price { get; init; }

    /// <summary>The provider's error code; <see langword="null"/> when there was none. Never a message.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the personal-data guard has found, where that was known only at the end; <see langword="null"/>: what the reservation says holds.</summary>
    public PersonalDataCounts? PersonalData { get; init; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came or it is not known.</summary>
    public int? HttpStatus { get; init; }
}
