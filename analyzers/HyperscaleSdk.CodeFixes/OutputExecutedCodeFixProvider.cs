using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0026: encodes what is rendered as HTML, and takes the file name of what is used as a path. Commands, SQL and code have no safe fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputExecutedCodeFixProvider))]
[Shared]
public sealed class OutputExecutedCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.OutputExecuted];

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
            diagnostic.Properties.TryGetValue(OutputExecutedAnalyzer.KindProperty, out var kind);
            var (title, method) = kind switch
            {
                "Html" => (FixTexts.EncodeHtml, "System.Net.WebUtility.HtmlEncode"),
                "Path" => (FixTexts.TakeFileName, "System.IO.Path.GetFileName"),
                _ => (null, string.Empty),
            };
            if (title is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value
                || Wrapped(root, value, method) is not { } changed || !CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(title.ToString(formatProvider: null), _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: kind),
                diagnostic);
        }
    }

    private static SyntaxNode? Wrapped(SyntaxNode root, ExpressionSyntax value, string method)
    {
        // Path.Combine(folder, name): only what comes after the folder.
        var target = value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" } } combine && combine.ArgumentList.Arguments.Count > 1
            ? combine.ArgumentList.Arguments.Last().Expression
            : value;
        return root.ReplaceNode(target, SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression(method),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(target.WithoutTrivia())))).WithTriviaFrom(target));
    }
}
