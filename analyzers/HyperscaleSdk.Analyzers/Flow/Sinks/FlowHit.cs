using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Something that reaches a sink. What of it came in from outside is decided where the method is called.</summary>
/// <param name="Sink">The call that sends.</param>
/// <param name="At">The expression to report: inside the argument of the sink, or of the call that leads to it.</param>
/// <param name="Value">What is sent.</param>
/// <param name="Client">The client that sends; a guarded one keeps the data back.</param>
/// <param name="Host">Where an HTTP call goes; null when the call is an AI call anyway.</param>
internal sealed record FlowHit(FlowSink Sink, SyntaxNode At, FlowValue Value, FlowValue Client, FlowValue? Host)
{
    /// <summary>The member of <c>this</c> or the static member that it came through: the sink's own method reports those.</summary>
    public FlowInput? Ambient { get; init; }

    /// <summary>Members that hold what was logged: a prompt only if another method of their type sends one of them. Null for all else.</summary>
    public IReadOnlyList<ISymbol>? SentElsewhere { get; init; }

    /// <summary>The type whose <c>this</c> is meant in <see cref="Ambient"/>.</summary>
    public INamedTypeSymbol? AmbientOf { get; init; }
}
