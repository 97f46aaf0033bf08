namespace HyperscaleSdk;

/// <summary>Too many requests or tokens (429). <see cref="HyperscaleException.RetryAfter"/> says how long to wait when the provider does.</summary>
public sealed class HyperscaleRateLimitException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleRateLimitException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
