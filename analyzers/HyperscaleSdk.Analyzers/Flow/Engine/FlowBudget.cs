namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Bounds the work on one method, in visits and not in time, so that every run gives the same result.</summary>
internal sealed class FlowBudget
{
    public const int VisitsPerBlock = 12;

    /// <summary>Functions inside one another: lambdas, local functions, methods that are given lambdas.</summary>
    public const int DeepestFunction = 8;

    /// <summary>Requests for summaries within one another, beyond what the call graph orders.</summary>
    public const int DeepestRequest = 16;

    private const int Operations = 50_000;

    // Bodies of methods that are run in the place of a call, because what they do depends on a function they are given.
    private const int MostBodies = 64;

    // Calls that are given flags as constants; all others do with the summary.
    private const int MostFlagged = 16;

    // Expressions within expressions: recursion on the compiler's own stack has to end somewhere.
    private const int DeepestExpression = 500;

    private int _spent;
    private int _depth;
    private int _bodies;
    private int _flagged;

    public int Spent => _spent;

    public bool IsExhausted => _spent >= Operations;

    /// <summary>Something was left out.</summary>
    public bool IsTruncated { get; private set; }

    /// <param name="operations">One for an expression; as many as there are values for a summary.</param>
    public void Spend(int operations = 1)
    {
        _spent += operations;
        IsTruncated |= _spent >= Operations;
    }

    /// <summary>Something was too much to be looked at.</summary>
    public void LeaveOut() => IsTruncated = true;

    /// <returns>False when a call has to do with the summary of what it calls.</returns>
    public bool EnterBody()
    {
        IsTruncated |= _bodies >= MostBodies;
        return ++_bodies <= MostBodies;
    }

    /// <returns>False when a call that is given a flag has to do with the summary.</returns>
    public bool EnterFlagged() => _bodies < MostBodies && _flagged++ < MostFlagged;

    /// <returns>False when the expression lies too deep to be followed.</returns>
    public bool Enter()
    {
        var fits = ++_depth <= DeepestExpression && ExecutionStack.HasRoom;
        IsTruncated |= !fits;
        return fits || Leave();
    }

    /// <returns>False, for <see cref="Enter"/>.</returns>
    public bool Leave()
    {
        _depth--;
        return false;
    }
}
