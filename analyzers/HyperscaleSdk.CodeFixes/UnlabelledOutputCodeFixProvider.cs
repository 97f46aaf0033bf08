using System.Collections.Generic;
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

/// <summary>HSAI0011: puts the label beside the content: <c>WithAiLabel()</c>, a member of an anonymous object, or the text itself where only text fits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnlabelledOutputCodeFixProvider))]
[Shared]
public sealed class UnlabelledOutputCodeFixProvider : CodeFixProvider
{
    private const string Label = "AiLabel";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.UnlabelledOutput];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName("HyperscaleSdk.AiLabel") is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value
                || model.GetTypeInfo(value, context.CancellationToken).Type is not { } type)
            {
                continue;
            }

            foreach (var labelled in Labelled(value, type, model))
            {
                var changed = Usings.Add(root.ReplaceNode(value, labelled.WithTriviaFrom(value)), "HyperscaleSdk", Label, model, value.SpanStart);
                if (CompileCheck.Passes(model, changed, context.CancellationToken))
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            FixTexts.AddAiLabel.ToString(formatProvider: null),
                            _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                            equivalenceKey: nameof(UnlabelledOutputCodeFixProvider)),
                        diagnostic);
                    break;
                }
            }
        }
    }

    /// <summary>In order of preference; the first that compiles is taken.</summary>
    private static IEnumerable<ExpressionSyntax> Labelled(ExpressionSyntax value, ITypeSymbol type, SemanticModel model)
    {
        if (value is AnonymousObjectCreationExpressionSyntax creation)
        {
            yield return WithMember(creation);
            yield break;
        }

        var text = value.WithoutTrivia();
        if (type.SpecialType == SpecialType.System_String || type.Name is "ChatResponse")
        {
            yield return SyntaxFactory.ParseExpression($"{Operand(text)}.WithAiLabel()");
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            yield return SyntaxFactory.ParseExpression($"{Sum(text)} + \"\\n\\n\" + {Label}.Default");
        }
        else if (type.Name is not "ChatResponse")
        {
            yield return SyntaxFactory.ParseExpression($"new AiGenerated<{type.ToMinimalDisplayString(model, value.SpanStart)}>({text})");
        }
    }

    private static ExpressionSyntax WithMember(AnonymousObjectCreationExpressionSyntax creation)
    {
        var isLower = creation.Initializers.Any(member => char.IsLower((member.NameEquals?.Name.Identifier.ValueText ?? member.Expression.ToString())[0]));
        var member = SyntaxFactory.AnonymousObjectMemberDeclarator(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(isLower ? "label" : "Label").WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.ParseExpression($"{Label}.Default"));
        var last = creation.Initializers[creation.Initializers.Count - 1];
        var members = creation.Initializers.Replace(last, last.WithoutTrailingTrivia());
        var separators = members.GetSeparators().Take(members.Count - 1).Concat([SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return creation.WithInitializers(SyntaxFactory.SeparatedList(members.Concat([member.WithTrailingTrivia(last.GetTrailingTrivia())]), separators));
    }

    private static string Operand(ExpressionSyntax value) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or InterpolatedStringExpressionSyntax
            ? value.ToString()
            : $"({value})";

    private static string Sum(ExpressionSyntax value) => value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or AwaitExpressionSyntax ? value.ToString() : Operand(value);
}
