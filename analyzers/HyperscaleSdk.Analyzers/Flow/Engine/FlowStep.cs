namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>How one block comes after another.</summary>
internal enum FlowStep
{
    /// <summary>By a branch, or by falling through.</summary>
    Next,

    /// <summary>By an exception, to what catches it or asks whether to.</summary>
    Caught,

    /// <summary>By an exception, into a finally block.</summary>
    Unwound,

    /// <summary>From the end of a finally block, to where the branch was going that ran through it.</summary>
    Resumed,
}
