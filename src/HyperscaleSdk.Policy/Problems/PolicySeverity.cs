namespace HyperscaleSdk.Policies;

/// <summary>How much a <see cref="PolicyProblem"/> matters.</summary>
public enum PolicySeverity
{
    /// <summary>The policy is used; something in it is not what its author may expect.</summary>
    Warning,

    /// <summary>What the problem points at has no effect.</summary>
    Error,
}
