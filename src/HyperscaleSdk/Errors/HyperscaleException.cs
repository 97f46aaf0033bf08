using System.Net;

namespace HyperscaleSdk;

/// <summary>A call to a provider failed. The leaves say how; the properties say what is known.</summary>
/// <remarks>
/// The message and <see cref="object.ToString"/> never hold a key, text of the prompt or the provider's own text, so both may be
/// logged. The provider's text is in <see cref="ProviderMessage"/>; it can repeat parts of the request.
/// </remarks>
public abstract class HyperscaleException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    protected HyperscaleException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The provider id, for example <c>upstage</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came or nothing was sent.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The provider's error code, or ours (<c>unsupported</c>) for what is refused before sending; <see langword="null"/> when there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's request id; <see langword="null"/> when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks to wait; <see langword="null"/> when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The provider's own text; <see langword="null"/> when it gave none. Don't log it: it can repeat parts of the request.</summary>
    public string? ProviderMessage { get; init; }

    // Transient is what a caller may repeat; this is what may be repeated without being billed twice.
    internal bool MayRetry { get; init; }
}
