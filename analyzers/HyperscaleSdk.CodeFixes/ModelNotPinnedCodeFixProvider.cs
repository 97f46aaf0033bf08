using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0022: names the dated model that an alias leads to, where the provider's descriptor knows it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelNotPinnedCodeFixProvider))]
[Shared]
public sealed class ModelNotPinnedCodeFixProvider : DocumentCodeFixProvider
{
    /// <summary>Makes the fix.</summary>
    public ModelNotPinnedCodeFixProvider()
        : base(FixTexts.PinModel)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.ModelNotPinned];

    private protected override SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var names = new Dictionary<ExpressionSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(ModelNotPinnedAnalyzer.ReplacementProperty, out var name) && name is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value)
            {
                names[value] = name;
            }
        }

        // A name that is kept elsewhere and used by others as well is replaced at this use only.
        return names.Count == 0 ? null : root.ReplaceNodes(
            names.Keys, (value, current) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(names[value])).WithTriviaFrom(current));
    }
}
