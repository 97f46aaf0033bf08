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

/// <summary>HSAI0023: declares the amount as <c>decimal</c>, with the literals of its initialiser, or leaves the conversion out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoneyAsFloatCodeFixProvider))]
[Shared]
public sealed class MoneyAsFloatCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.MoneyAsFloat];

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
            if (Changed(root, node, model, context.CancellationToken) is { } changed && CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTexts.UseDecimal.ToString(formatProvider: null),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(MoneyAsFloatCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode? Changed(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is CastExpressionSyntax cast)
        {
            return root.ReplaceNode(cast, cast.Expression.WithTriviaFrom(cast));
        }

        var (type, value) = node switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } declarator => (declaration.Type, (SyntaxNode?)declarator.Initializer),
            PropertyDeclarationSyntax property => (property.Type, (SyntaxNode?)property.Initializer ?? property.ExpressionBody),
            ParameterSyntax parameter => (parameter.Type, parameter.Default),
            TupleElementSyntax element => (element.Type, null),
            MethodDeclarationSyntax method => (method.ReturnType, method.ExpressionBody),
            _ => (null, null),
        };
        if (type is null)
        {
            return null;
        }

        var replaced = value is null ? [] : DecimalValues.Find(value, model, cancellationToken).ToList();
        if (type.IsVar)
        {
            return replaced.Count == 0 ? null : root.ReplaceNodes(replaced, (_, now) => DecimalValues.Convert(now));
        }

        // The amount itself, also where it stands in a list or a table.
        TypeSyntax written = type.DescendantNodesAndSelf().OfType<PredefinedTypeSyntax>().LastOrDefault(part => part.Keyword.Kind() is SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword) ?? type;
        return root.ReplaceNodes(
            replaced.Append(written),
            (before, now) => before == written
                ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DecimalKeyword)).WithTriviaFrom(written)
                : DecimalValues.Convert(now));
    }
}
