using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Something that can be called: a lambda, a local function, or a method used as a value.</summary>
/// <param name="Symbol">The function.</param>
/// <param name="Owner">The graph that it is part of; null for a method of a type.</param>
/// <param name="Lambda">The lambda.</param>
/// <param name="Receiver">What <c>this</c> is in it.</param>
internal sealed record FlowFunction(IMethodSymbol Symbol, ControlFlowGraph? Owner, IFlowAnonymousFunctionOperation? Lambda, FlowValue Receiver)
{
    /// <summary>What its variables hold that it shares with no other: those of the call that it was made in, which nothing sets again.</summary>
    public ImmutableArray<KeyValuePair<ISymbol, FlowValue>> Bound { get; init; } = [];

    /// <summary>The body of a lambda or local function.</summary>
    public ControlFlowGraph? Graph(FlowBudget budget, CancellationToken cancellationToken) => Owner is null ? null
        : Lambda is not null ? FlowGraphs.Make(Lambda.Syntax, () => Owner.GetAnonymousFunctionControlFlowGraphInScope(Lambda, cancellationToken), budget)
        : FlowGraphs.Make(Symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken), () => Owner.GetLocalFunctionControlFlowGraphInScope(Symbol, cancellationToken), budget);
}
