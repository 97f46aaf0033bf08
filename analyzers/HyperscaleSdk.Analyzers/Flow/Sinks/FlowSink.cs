using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A call that sends data out of the process.</summary>
/// <param name="Kind">Where to.</param>
/// <param name="Name">What to call it in messages.</param>
/// <param name="Syntax">The call.</param>
/// <param name="ClientSyntax">The client expression, when there is one.</param>
/// <param name="ProviderId">The supplier, when the client's type says so.</param>
internal sealed record FlowSink(FlowSinkKind Kind, string Name, SyntaxNode Syntax, SyntaxNode? ClientSyntax, string? ProviderId);
