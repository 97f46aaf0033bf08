using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>A call that puts a client into the service container.</summary>
/// <param name="Call">The call.</param>
/// <param name="Service">What it is asked for by; null when it answers for every client (a provider of the HyperscaleBuilder).</param>
/// <param name="Sources">What is put in, with what is added along the way.</param>
/// <param name="Owner">The type that registers.</param>
internal sealed record ServiceRegistration(InvocationExpressionSyntax Call, ServiceKey? Service, ImmutableArray<ClientSource> Sources, INamedTypeSymbol? Owner)
{
    /// <summary>The name of the method: where a report stands, also in a chain over many lines.</summary>
    public SyntaxNode Name => Call.Expression is MemberAccessExpressionSyntax member ? member.Name : Call.Expression;
}
