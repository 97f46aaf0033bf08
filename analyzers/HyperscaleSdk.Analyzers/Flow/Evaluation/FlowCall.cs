using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A call with what is given to it.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What it is bound to.</param>
/// <param name="Receiver">What <c>this</c> is in the method.</param>
/// <param name="Arguments">By parameter.</param>
/// <param name="Operands">The expressions given, by parameter; null where there is none.</param>
internal sealed record FlowCall(IOperation Operation, IMethodSymbol Method, FlowValue Receiver, IReadOnlyList<FlowValue> Arguments, IReadOnlyList<IOperation?> Operands)
{
    /// <summary>The method itself and no override is called: <c>base.M()</c>, a constructor.</summary>
    public bool IsExact { get; init; }

    /// <summary>One of several methods is called, and nobody knows which: what it does may as well not happen.</summary>
    public bool IsOneOfSeveral { get; init; }
}
