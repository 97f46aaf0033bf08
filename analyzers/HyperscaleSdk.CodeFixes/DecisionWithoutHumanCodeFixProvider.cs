using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0017: lets the decision take effect only when an <c>IHumanReview</c> in scope confirmed it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecisionWithoutHumanCodeFixProvider))]
[Shared]
public sealed class DecisionWithoutHumanCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.DecisionWithoutHuman];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax decision
                || decision.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement
                || ScopeSymbols.Find(decision, model, IsReview) is not { } review)
            {
                continue;
            }

            var name = NameOf(decision);
            var changed = Usings.Add(root.ReplaceNode(statement, Reviewed(statement, review, name)), "HyperscaleSdk", "HumanReviewOutcome", model, decision.SpanStart);
            if (CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTexts.AskHuman.ToString(formatProvider: null),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(DecisionWithoutHumanCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    // The case and the proposal are for the developer to fill in with more than the decision's name.
    private static IfStatementSyntax Reviewed(ExpressionStatementSyntax statement, string review, string name)
    {
        var condition = SyntaxFactory.ParseExpression($"await {review}.ReviewAsync(\"{name}\", \"{name}\") == HumanReviewOutcome.Confirmed");
        var body = SyntaxFactory.Block(SyntaxFactory.SingletonList<StatementSyntax>(statement.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.IfStatement(
            SyntaxFactory.Token(SyntaxKind.IfKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OpenParenToken),
            condition,
            SyntaxFactory.Token(SyntaxKind.CloseParenToken),
            body,
            null).WithTriviaFrom(statement);
    }

    private static string NameOf(ExpressionSyntax decision) => decision switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        _ => "decision",
    };

    private static bool IsReview(ITypeSymbol type) => type.Name is "IHumanReview";
}
