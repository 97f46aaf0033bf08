using System;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Whether what is set up around a place talks to this machine: an emulator takes any key.</summary>
internal static class LoopbackScope
{
    public static bool Surrounds(SyntaxNode node)
    {
        // The outermost creation or lambda of the same statement, for example options with key and address.
        var scope = node.Ancestors().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax && ancestor is not BlockSyntax { Parent: not AnonymousFunctionExpressionSyntax })
            .LastOrDefault(ancestor => ancestor is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax);
        return scope is not null && scope.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal =>
            literal.Token.Value is string text && WebAddress.Host(text, out _) is { } host && HostKinds.IsLoopback(host));
    }
}
