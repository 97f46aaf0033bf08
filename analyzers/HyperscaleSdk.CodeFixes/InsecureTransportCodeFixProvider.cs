using System;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0014: makes the address https, or removes the callback.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsecureTransportCodeFixProvider))]
[Shared]
public sealed class InsecureTransportCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.InsecureTransport];

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
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var (title, changed) = node is LiteralExpressionSyntax or InterpolatedStringTextSyntax
                ? (FixTexts.UseHttps, Encrypted(root, node))
                : (FixTexts.RemoveCallback, WithoutCallback(root, node));
            if (changed is null || !CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(title.ToString(formatProvider: null), _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: KeyOf(title)),
                diagnostic);
        }
    }

    private static string KeyOf(BilingualText title) => title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SyntaxNode? Encrypted(SyntaxNode root, SyntaxNode node)
    {
        var token = node is LiteralExpressionSyntax literal ? literal.Token : ((InterpolatedStringTextSyntax)node).TextToken;
        var text = token.Text;
        var at = text.IndexOf("://", StringComparison.Ordinal);
        if (at < 2 || HasPort(text.Substring(at + 3)))
        {
            // Another port would be needed, and only the operator of the server knows it.
            return null;
        }

        var secure = text.Insert(at, "s");
        return root.ReplaceToken(token, SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), secure, token.ValueText.Insert(token.ValueText.IndexOf("://", StringComparison.Ordinal), "s"), token.TrailingTrivia));
    }

    private static bool HasPort(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#', '"']);
        return (end < 0 ? rest : rest.Substring(0, end)).IndexOf(':') >= 0;
    }

    private static SyntaxNode? WithoutCallback(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>(assignment => assignment.Right.Span == node.Span) is not { } assignment)
        {
            return null;
        }

        switch (assignment.Parent)
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax } statement:
                return root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
            case ExpressionStatementSyntax { Parent: GlobalStatementSyntax global }:
                return root.RemoveNode(global, SyntaxRemoveOptions.KeepNoTrivia);
            case InitializerExpressionSyntax { Expressions.Count: > 1 } initializer:
                var left = initializer.Expressions.Remove(assignment);
                var last = left[left.Count - 1];
                return root.ReplaceNode(initializer, initializer.WithExpressions(left.Replace(last, last.WithTrailingTrivia(initializer.Expressions[left.Count].GetTrailingTrivia()))));
            case InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax creation }:
                var arguments = creation.ArgumentList ?? SyntaxFactory.ArgumentList();
                var plain = creation.WithType(creation.Type.WithoutTrailingTrivia()).WithInitializer(null).WithArgumentList(arguments.WithoutTrivia()).WithTriviaFrom(creation);
                return root.ReplaceNode(creation, plain);
            case InitializerExpressionSyntax { Parent: ImplicitObjectCreationExpressionSyntax creation }:
                return root.ReplaceNode(creation, creation.WithInitializer(null).WithArgumentList(creation.ArgumentList.WithoutTrivia()).WithTriviaFrom(creation));
            default:
                return null;
        }
    }
}
