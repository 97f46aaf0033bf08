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
    /// <summary>The expression with the call behind it, in the layout of the chain that it ends.</summary>
    public ExpressionSyntax Behind(SyntaxNode receiver)
    {
        var client = (ExpressionSyntax)receiver;
        var (beforeDot, dot) = LayoutOf(client);
        var inner = client.WithoutTrivia();
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
