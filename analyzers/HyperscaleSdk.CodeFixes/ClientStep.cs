using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>A call such as <c>.UseUsageLedger(ledger)</c> that is put behind an expression.</summary>
/// <param name="Receiver">What it is put behind.</param>
/// <param name="Call">Name and arguments of the call, as in code.</param>
/// <param name="IsOfBuilder">It holds for all providers of the service collection, and so is needed once.</param>
internal sealed record ClientStep(ExpressionSyntax Receiver, string Call, bool IsOfBuilder)
{
    /// <summary>Stands in the place of the receiver, call included; null puts the call behind it.</summary>
    public string? Instead { get; init; }

    /// <summary>The type that a <c>new(...)</c> takes from its place, where it no longer can; null for other receivers.</summary>
    public string? CreatedType { get; init; }

    /// <summary>The expression with the call behind it, in the layout of the chain that it ends.</summary>
    public ExpressionSyntax Behind(SyntaxNode receiver)
    {
        var client = (ExpressionSyntax)receiver;
        if (Instead is not null)
        {
            return SyntaxFactory.ParseExpression(Instead).WithTriviaFrom(client);
        }

        var (beforeDot, dot) = LayoutOf(client);
        var inner = client.WithoutTrivia();
        if (inner is ImplicitObjectCreationExpressionSyntax made && CreatedType is not null)
        {
            inner = SyntaxFactory.ObjectCreationExpression(
                made.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ParseTypeName(CreatedType), made.ArgumentList, made.Initializer);
        }

        if (inner is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax))
        {
            inner = SyntaxFactory.ParenthesizedExpression(inner);
        }

        var call = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression(Call);
        var member = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, inner.WithTrailingTrivia(beforeDot), SyntaxFactory.Token(SyntaxKind.DotToken).WithLeadingTrivia(dot), (SimpleNameSyntax)call.Expression);
        return call.WithExpression(member).WithTriviaFrom(client);
    }

    // One call on each line, where the chain has it so.
    private static (SyntaxTriviaList BeforeDot, SyntaxTriviaList Dot) LayoutOf(ExpressionSyntax client) =>
        client is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before, OperatorToken: var dot } }
        && before.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            ? (SyntaxFactory.TriviaList(before.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1)), dot.LeadingTrivia)
            : (default, default);
}
