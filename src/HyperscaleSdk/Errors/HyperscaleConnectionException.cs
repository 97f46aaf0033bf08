namespace HyperscaleSdk;

/// <summary>The provider cannot be reached, or the connection broke before an answer began.</summary>
public sealed class HyperscaleConnectionException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
