using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>
/// HSAI0013: sends the content through <c>MarkSynthetic</c>. What draws the mark is left to write: it throws until then, so that
/// nothing goes out unmarked.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnmarkedSyntheticMediaCodeFixProvider))]
[Shared]
public sealed class UnmarkedSyntheticMediaCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.UnmarkedSyntheticMedia];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName("HyperscaleSdk.SyntheticMediaExtensions") is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var content = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).DescendantNodesAndSelf().OfType<ExpressionSyntax>()
                .FirstOrDefault(expression => model.GetTypeInfo(expression, context.CancellationToken).Type?.Name is "DataContent");
            if (content is null)
            {
                continue;
            }

            var operand = content is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
                ? content.WithoutTrivia().ToString()
                : $"({content.WithoutTrivia()})";
            var marked = SyntaxFactory.ParseExpression($"{operand}.MarkSynthetic(content => throw new System.NotImplementedException(\"Draw or speak a mark that people notice.\"))");
            var changed = Usings.Add(root.ReplaceNode(content, marked.WithTriviaFrom(content)), "HyperscaleSdk", "SyntheticMediaExtensions", model, content.SpanStart);
            if (CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTexts.MarkSynthetic.ToString(formatProvider: null),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(UnmarkedSyntheticMediaCodeFixProvider)),
                    diagnostic);
            }
        }
    }
}
