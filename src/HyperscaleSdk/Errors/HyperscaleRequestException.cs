namespace HyperscaleSdk;

/// <summary>The request cannot succeed as it is: the provider refused it (other 4xx), or it was refused before sending (<see cref="HyperscaleException.ErrorCode"/> <c>unsupported</c>).</summary>
public sealed class HyperscaleRequestException : HyperscaleException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do, without secrets or prompt text.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public HyperscaleRequestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
