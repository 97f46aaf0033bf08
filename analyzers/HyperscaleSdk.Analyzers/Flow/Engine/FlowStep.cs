namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>How one block comes after another.</summary>
internal enum FlowStep
{
    /// <summary>By a branch, or by falling through.</summary>
    Next,

    /// <summary>By an exception, into a handler.</summary>
    Raised,

    /// <summary>From the end of a finally block, to where the branch was going that ran through it.</summary>
    Resumed,
}
