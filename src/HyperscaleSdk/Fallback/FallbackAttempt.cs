namespace HyperscaleSdk;

/// <summary>A supplier that did not answer a call.</summary>
public sealed class FallbackAttempt
{
    internal FallbackAttempt(string provider, string? modelId, FallbackReason reason, string explanation, Exception? failure = null)
    {
        Provider = provider;
        ModelId = modelId;
        Reason = reason;
        Explanation = explanation;
        Failure = failure;
    }

    /// <summary>The provider id.</summary>
    public string Provider { get; }

    /// <summary>The model that it was to be asked for; <see langword="null"/> for its client's own default.</summary>
    public string? ModelId { get; }

    /// <summary>Why it did not answer.</summary>
    public FallbackReason Reason { get; }

    /// <summary>The same in words: without keys, text of the prompt or text of the provider, so it may be logged.</summary>
    public string Explanation { get; }

    /// <summary>What its client threw; <see langword="null"/> when it was not asked. Another vendor's exception can hold text of the request.</summary>
    public Exception? Failure { get; }

    /// <summary>Provider and explanation.</summary>
    /// <returns>Text that may be logged.</returns>
    public override string ToString() => $"{Provider}: {Explanation}";
}
