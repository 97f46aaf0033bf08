using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0025: sets the minimum period.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvidenceRetentionCodeFixProvider))]
[Shared]
public sealed class EvidenceRetentionCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.EvidenceRetention];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
                && diagnostic.Properties.TryGetValue(EvidenceRetentionAnalyzer.ReplacementProperty, out var text) && text is not null
                && root.ReplaceNode(value, SyntaxFactory.ParseExpression(text).WithTriviaFrom(value)) is { } changed
                && CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTexts.KeepEvidence.ToString(formatProvider: null),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(EvidenceRetentionCodeFixProvider)),
                    diagnostic);
            }
        }
    }
}
