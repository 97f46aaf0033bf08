using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>Conditions that ask for consent before a call: <c>if</c>, <c>?:</c>, <c>switch</c>, loops, <c>&amp;&amp;</c> and <c>||</c>, with patterns or without.</summary>
internal static class ConsentChecks
{
    /// <summary>Whether a condition before a place, in the same member, mentions consent.</summary>
    public static bool Precede(SyntaxNode at) => at.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) is { } member
        ? member.DescendantNodes().Any(node => Decides(node, at))
        : at.SyntaxTree.GetRoot().DescendantNodes().Any(node => Decides(node, at));

    private static bool Decides(SyntaxNode node, SyntaxNode at) => node.SpanStart < at.SpanStart && node switch
    {
        IfStatementSyntax branch => Mentions(branch.Condition),
        ConditionalExpressionSyntax choice => Mentions(choice.Condition),
        SwitchStatementSyntax choice => Mentions(choice.Expression) || choice.Sections.Any(section => section.Labels.Any(label => label is CasePatternSwitchLabelSyntax && Mentions(label))),
        SwitchExpressionSyntax choice => Mentions(choice.GoverningExpression) || choice.Arms.Any(arm => Mentions(arm.Pattern) || Mentions(arm.WhenClause)),
        WhileStatementSyntax loop => Mentions(loop.Condition),
        DoStatementSyntax loop => Mentions(loop.Condition),
        ForStatementSyntax loop => Mentions(loop.Condition),

        // A value that nobody asks for decides nothing: the call has to stand behind the operator.
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) || both.IsKind(SyntaxKind.LogicalOrExpression) => both.Right.Span.Contains(at.Span) && Mentions(both.Left),
        WhereClauseSyntax filter => Mentions(filter.Condition),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" } } filter => Mentions(filter.ArgumentList),
        _ => false,
    };

    private static bool Mentions(SyntaxNode? condition) => condition?.DescendantTokens().Any(token =>
        token.ValueText.IndexOf("consent", StringComparison.OrdinalIgnoreCase) >= 0 || token.ValueText.IndexOf("동의", StringComparison.Ordinal) >= 0) == true;
}
