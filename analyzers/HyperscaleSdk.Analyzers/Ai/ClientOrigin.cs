using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Where a client comes from: the expression that made it, or the place where it came in from outside.</summary>
internal sealed class ClientOrigin(SyntaxNode syntax, ITypeSymbol? type, bool isCreation, bool isHarmless) : IEquatable<ClientOrigin>
{
    /// <summary>The expression. Nodes are made anew by the compiler, so it is compared by place.</summary>
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>The type that was made; null when that is not known.</summary>
    public ITypeSymbol? Type { get; } = type;

    /// <summary>False when the client came from outside of this assembly (a public parameter, a container that is filled elsewhere).</summary>
    public bool IsCreation { get; } = isCreation;

    /// <summary>The client talks to this machine only, or is a stand-in for tests.</summary>
    public bool IsHarmless { get; } = isHarmless;

    /// <summary>What a message calls it.</summary>
    public string Name => Syntax switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
        _ => Type?.Name ?? "new(...)",
    };

    public bool Equals(ClientOrigin? other) =>
        other is not null && Syntax.SyntaxTree == other.Syntax.SyntaxTree && Syntax.Span == other.Syntax.Span && IsCreation == other.IsCreation;

    public override bool Equals(object? obj) => Equals(obj as ClientOrigin);

    public override int GetHashCode() => Syntax.Span.GetHashCode();
}
