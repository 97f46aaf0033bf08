using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A lambda (<paramref name="Lambda"/> given) or local function, and the graph that it is part of.</summary>
internal sealed record FlowFunction(IMethodSymbol Symbol, ControlFlowGraph Owner, IFlowAnonymousFunctionOperation? Lambda)
{
    public ControlFlowGraph Graph(System.Threading.CancellationToken cancellationToken) => Lambda is null
        ? Owner.GetLocalFunctionControlFlowGraphInScope(Symbol, cancellationToken)
        : Owner.GetAnonymousFunctionControlFlowGraphInScope(Lambda, cancellationToken);
}
