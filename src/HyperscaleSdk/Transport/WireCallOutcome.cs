namespace HyperscaleSdk;

/// <summary>How a wire call ended.</summary>
public enum WireCallOutcome
{
    /// <summary>The answer came whole.</summary>
    Completed,

    /// <summary>The provider refused the call or could not be reached: nothing is billed.</summary>
    Failed,

    /// <summary>The caller cancelled, or stopped reading the stream. What was made until then may be billed.</summary>
    Cancelled,

    /// <summary>The answer broke off, could not be read, or the process ended in between. What was made until then may be billed.</summary>
    Incomplete,
}
