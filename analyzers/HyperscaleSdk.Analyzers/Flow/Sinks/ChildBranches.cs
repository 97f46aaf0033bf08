using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Code that runs for children: inside <c>if (learner.Age &lt; 14)</c> what is sent of the learner is a child's.</summary>
internal static class ChildBranches
{
    private const int AdultForConsent = 14;

    /// <summary>The name of the child's variable that the argument mentions; null when there is none.</summary>
    public static string? Mentioned(SyntaxNode argument)
    {
        foreach (var branch in argument.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).OfType<IfStatementSyntax>())
        {
            foreach (var comparison in branch.Statement.Span.Contains(argument.Span) ? branch.Condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>() : [])
            {
                if (ChildOf(comparison) is { } child && argument.DescendantTokens().Any(token => string.Equals(token.ValueText, child, StringComparison.Ordinal)))
                {
                    return child;
                }
            }
        }

        return null;
    }

    private static string? ChildOf(BinaryExpressionSyntax comparison)
    {
        var limit = comparison.Kind() switch
        {
            SyntaxKind.LessThanExpression => AdultForConsent,
            SyntaxKind.LessThanOrEqualExpression => AdultForConsent - 1,
            _ => -1,
        };
        return comparison is { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: IdentifierNameSyntax owner }, Right: LiteralExpressionSyntax { Token.Value: int years } }
            && years == limit && (name.EndsWith("Age", StringComparison.Ordinal) || name is "나이" or "연령")
            ? owner.Identifier.ValueText
            : null;
    }
}
