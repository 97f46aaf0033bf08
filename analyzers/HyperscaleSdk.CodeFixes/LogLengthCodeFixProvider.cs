using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0010: logs <c>text.Length</c> instead of the text, where the place takes a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogLengthCodeFixProvider))]
[Shared]
public sealed class LogLengthCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.PromptInLog];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ShortenAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ShortenAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTexts.LogLength.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: nameof(LogLengthCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> ShortenAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return null;
        }

        var texts = ReportedCarriers.Outermost(diagnostics
            .Select(diagnostic => ReportedCarriers.Of(diagnostic, root))
            .Where(ofOne => ofOne.TrueForAll(carrier => IsText(carrier, model, cancellationToken) && TakesNumber(carrier, model, cancellationToken)))
            .SelectMany(ofOne => ofOne));
        if (texts.Count == 0)
        {
            return null;
        }

        var changed = root.ReplaceNodes(texts, (text, current) => Length(text, model, cancellationToken).WithTriviaFrom(current));
        return CompileCheck.Passes(model, changed, cancellationToken) ? document.WithSyntaxRoot(changed) : null;
    }

    private static bool IsText(ExpressionSyntax carrier, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(carrier, cancellationToken).Type is { SpecialType: SpecialType.System_String };

    // A message that is the text itself needs a template; that is for a person to write.
    private static bool TakesNumber(ExpressionSyntax carrier, SemanticModel model, CancellationToken cancellationToken) =>
        carrier.Parent is InterpolationSyntax { FormatClause: null } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
        || model.GetTypeInfo(carrier, cancellationToken).ConvertedType is { SpecialType: SpecialType.System_Object };

    private static ExpressionSyntax Length(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var isSimple = text is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        var access = model.GetTypeInfo(text, cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull ? "?.Length" : ".Length";
        var length = SyntaxFactory.ParseExpression((isSimple ? text.WithoutTrivia().ToString() : $"({text.WithoutTrivia()})") + access);

        // a + b?.Length is a number where a is one; parentheses keep the text's plus.
        return length is ConditionalAccessExpressionSyntax && text.Parent is BinaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(length) : length;
    }
}
