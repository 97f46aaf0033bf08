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

/// <summary>HSAI0010: sets <c>EnableSensitiveData</c> to false.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SensitiveTelemetryCodeFixProvider))]
[Shared]
public sealed class SensitiveTelemetryCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.PromptInLog];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == root?.SyntaxTree))
        {
            // The flow rule of the same id reports expressions that write, never an assignment.
            if (root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not AssignmentExpressionSyntax { Right: var value })
            {
                continue;
            }

            var off = SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(value);
            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTexts.NoSensitiveTelemetry.ToString(formatProvider: null),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(value, off))),
                    equivalenceKey: nameof(SensitiveTelemetryCodeFixProvider)),
                diagnostic);
        }
    }
}
