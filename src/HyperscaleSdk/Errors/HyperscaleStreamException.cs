namespace HyperscaleSdk;

/// <summary>A stream ended before its end: what came until then is incomplete. Always transient.</summary>
public sealed class HyperscaleStreamException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
