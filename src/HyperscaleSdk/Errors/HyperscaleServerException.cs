namespace HyperscaleSdk;

/// <summary>The provider failed (5xx).</summary>
public sealed class HyperscaleServerException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleServerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
