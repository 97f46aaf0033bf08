namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Bounds the work on one method, in visits and not in time, so that every run gives the same result.</summary>
internal sealed class FlowBudget
{
    public const int VisitsPerBlock = 12;

    /// <summary>Functions inside one another: lambdas, local functions, methods that are given lambdas.</summary>
    public const int DeepestFunction = 8;

    /// <summary>Requests for summaries within one another, beyond what the call graph orders.</summary>
    public const int DeepestRequest = 16;

    private const int Operations = 400_000;

    // Expressions within expressions: recursion on the compiler's own stack has to end somewhere.
    private const int DeepestExpression = 500;

    private int _spent;
    private int _depth;

    public bool IsExhausted => _spent >= Operations;

    /// <summary>Something was left out.</summary>
    public bool IsTruncated { get; private set; }

    public void Spend() => IsTruncated |= ++_spent >= Operations;

    /// <returns>False when the expression lies too deep to be followed.</returns>
    public bool Enter()
    {
        IsTruncated |= _depth >= DeepestExpression;
        return ++_depth <= DeepestExpression || Leave();
    }

    /// <returns>False, for <see cref="Enter"/>.</returns>
    public bool Leave()
    {
        _depth--;
        return false;
    }
}
