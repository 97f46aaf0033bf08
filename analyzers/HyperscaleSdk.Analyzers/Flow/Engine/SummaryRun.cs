using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The summaries that one request is making. Methods of a circle of calls get what was found for them so far, until nothing
/// new is found; only then is a summary published, so that no other thread ever sees half of it.
/// </summary>
internal sealed class SummaryRun
{
    private readonly Dictionary<IMethodSymbol, FlowSummary> _approximations = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);
    private readonly Stack<SummaryCircle> _circles = new();
    private readonly Stack<HashSet<IMethodSymbol>> _needs = new();

    /// <summary>Requests within requests: calls that the call graph does not show, such as those of a written ToString.</summary>
    public int Depth { get; set; }

    /// <summary>A circle is being made.</summary>
    public bool IsInCircle => _circles.Count > 0;

    /// <summary>What was found so far for a method that is being made; null for all others.</summary>
    public FlowSummary? Find(IMethodSymbol method)
    {
        if (!_approximations.TryGetValue(method, out var approximation))
        {
            return null;
        }

        Need([method]);
        return approximation;
    }

    public bool IsMaking(IMethodSymbol method) => _approximations.ContainsKey(method);

    /// <summary>Sets what is taken for a method of the circle from now on.</summary>
    public void Approximate(IMethodSymbol method, FlowSummary summary) => _approximations[method] = summary;

    public void Settle(IMethodSymbol method) => _approximations.Remove(method);

    public void Enter(SummaryCircle circle) => _circles.Push(circle);

    public void Leave(SummaryCircle circle)
    {
        if (_circles.Peek() == circle)
        {
            _circles.Pop();
        }
    }

    /// <summary>Makes a circle a part of the one in whose making it was met.</summary>
    /// <param name="circle">The circle.</param>
    /// <param name="wanted">The method of it that is called.</param>
    public void JoinAround(SummaryCircle circle, IMethodSymbol wanted)
    {
        _circles.Peek().Join(circle);
        Need([wanted]);
    }

    /// <summary>Begins to note which approximations are used.</summary>
    public void StartNoting() => _needs.Push(new(SymbolEqualityComparer.Default));

    /// <summary>Ends it.</summary>
    /// <returns>The methods whose approximations were used.</returns>
    public HashSet<IMethodSymbol> EndNoting() => _needs.Pop();

    /// <returns>False when the static member is being looked at already: what it holds leads back to it.</returns>
    public bool Enter(ISymbol member) => _members.Add(member);

    public void Leave(ISymbol member) => _members.Remove(member);

    private void Need(IEnumerable<IMethodSymbol> methods)
    {
        if (_needs.Count > 0)
        {
            _needs.Peek().UnionWith(methods);
        }
    }
}
