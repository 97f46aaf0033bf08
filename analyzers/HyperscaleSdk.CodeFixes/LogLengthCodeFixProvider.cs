using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0010: logs <c>text.Length</c> instead of the text, where the place takes a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogLengthCodeFixProvider))]
[Shared]
public sealed class LogLengthCodeFixProvider() : DocumentCodeFixProvider(FixTexts.LogLength)
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.PromptInLog];

    /// <inheritdoc />
    private protected override SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var texts = ReportedCarriers.Outermost(diagnostics
            .Select(diagnostic => ReportedCarriers.Of(diagnostic, root))
            .Where(ofOne => ofOne.TrueForAll(carrier => IsText(carrier, model, cancellationToken) && TakesNumber(carrier, model, cancellationToken)))
            .SelectMany(ofOne => ofOne));
        if (texts.Count == 0)
        {
            return null;
        }

        return root.ReplaceNodes(texts, (text, current) => Length(text, model, cancellationToken).WithTriviaFrom(current));
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
