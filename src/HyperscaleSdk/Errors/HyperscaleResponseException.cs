namespace HyperscaleSdk;

/// <summary>An answer came, but cannot be understood: not JSON, another shape, another type, or too large.</summary>
public sealed class HyperscaleResponseException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The JSON path of the value that does not fit, for example <c>$.result.usage.promptTokens</c>; <see langword="null"/> when it is not about a value.</summary>
    public string? Path { get; init; }

    /// <summary>The byte offset of that value in the body or in the event's data; <see langword="null"/> when it is not about a value.</summary>
    public long? ByteOffset { get; init; }
}
