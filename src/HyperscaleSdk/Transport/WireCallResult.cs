namespace HyperscaleSdk;

/// <summary>How a wire call ended.</summary>
public sealed class WireCallResult
{
    /// <summary>How the call ended.</summary>
    public required WireCallOutcome Outcome { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The provider's error code; <see langword="null"/> when there was none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's request id; <see langword="null"/> when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that the provider says it used; <see langword="null"/> when it does not say.</summary>
    public string? ServedModel { get; init; }

    /// <summary>Input units as the provider reports them, in tokens; <see langword="null"/> when it reported none.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output units as the provider reports them, in tokens; <see langword="null"/> when it reported none.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The part of the input that came from the provider's cache, in tokens; <see langword="null"/> when not reported.</summary>
    public long? CachedInputTokens { get; init; }

    /// <summary>The part of the output that was reasoning, in tokens; <see langword="null"/> when not reported.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>A rough count of the output that did arrive, in tokens; used only where the provider reports nothing.</summary>
    public long? EstimatedOutputTokens { get; init; }
}
