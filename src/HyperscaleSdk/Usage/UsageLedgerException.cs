namespace HyperscaleSdk;

/// <summary>The usage ledger could not do what it was asked to do. The message says what to do about it.</summary>
/// <remarks>When a call failed and could not be settled either, <see cref="Exception.InnerException"/> is an
/// <see cref="AggregateException"/> that holds the call's own exception first.</remarks>
public sealed class UsageLedgerException : Exception
{
    /// <summary>Creates the exception.</summary>
    public UsageLedgerException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    public UsageLedgerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public UsageLedgerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
