namespace HyperscaleSdk;

/// <summary>The key is missing, wrong, or not allowed to do this (401, 403).</summary>
public sealed class HyperscaleAuthenticationException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
