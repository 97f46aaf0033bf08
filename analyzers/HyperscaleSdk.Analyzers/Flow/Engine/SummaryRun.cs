using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The summaries that one request is making. Methods of a circle of calls get what was found for them in the round before,
/// until a round finds nothing new; only then is a summary published, so that no other thread ever sees half of it.
/// </summary>
internal sealed class SummaryRun
{
    private readonly Dictionary<IMethodSymbol, FlowSummary> _approximations = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, FlowSummary> _tentative = new(SymbolEqualityComparer.Default);

    /// <summary>Requests within requests: calls that the call graph does not show, such as those of a written ToString.</summary>
    public int Depth { get; set; }

    /// <summary>An approximation was used: what was made with it is true for this round only.</summary>
    public bool HasUsedApproximation { get; set; }

    public FlowSummary? Find(IMethodSymbol method)
    {
        if (_approximations.TryGetValue(method, out var known) || _tentative.TryGetValue(method, out known))
        {
            HasUsedApproximation = true;
        }

        return known;
    }

    /// <summary>Sets what is taken for a method of the circle in the next round.</summary>
    public void Approximate(IMethodSymbol method, FlowSummary summary) => _approximations[method] = summary;

    public void Settle(IMethodSymbol method) => _approximations.Remove(method);

    /// <summary>Keeps a summary for the rest of the round.</summary>
    public void Keep(IMethodSymbol method, FlowSummary summary) => _tentative[method] = summary;

    /// <returns>False when the static member is being looked at already: what it holds leads back to it.</returns>
    public bool Enter(ISymbol member) => _members.Add(member);

    public void Leave(ISymbol member) => _members.Remove(member);

    public void StartRound() => _tentative.Clear();
}
