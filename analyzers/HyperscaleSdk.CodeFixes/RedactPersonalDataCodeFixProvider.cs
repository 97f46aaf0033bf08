using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0001: wraps what carries the number in <c>PersonalDataRedactor.Redact(...)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedactPersonalDataCodeFixProvider))]
[Shared]
public sealed class RedactPersonalDataCodeFixProvider : CodeFixProvider
{
    private const string Redactor = "HyperscaleSdk.PersonalDataRedactor";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.ResidentRegistrationNumberToAi];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName(Redactor) is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var carriers = Carriers(diagnostic, root);
            if (carriers.Count == 0 || !carriers.TrueForAll(carrier => CanRedact(carrier, model, context.CancellationToken)))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTexts.Redact.ToString(formatProvider: null),
                    cancellationToken => RedactAsync(context.Document, diagnostic, cancellationToken),
                    equivalenceKey: nameof(RedactPersonalDataCodeFixProvider)),
                diagnostic);
        }
    }

    private static List<ExpressionSyntax> Carriers(Diagnostic diagnostic, SyntaxNode root)
    {
        var carriers = new List<ExpressionSyntax>();
        if (!diagnostic.Properties.TryGetValue(FlowCarriers.SpansProperty, out var spans) || spans is null)
        {
            return carriers;
        }

        foreach (var text in spans.Split(';'))
        {
            var colon = text.IndexOf(':');
            var span = new TextSpan(
                int.Parse(text.Substring(0, colon), CultureInfo.InvariantCulture), int.Parse(text.Substring(colon + 1), CultureInfo.InvariantCulture));
            if (root.FullSpan.Contains(span) && root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax expression)
            {
                carriers.Add(expression);
            }
        }

        return carriers;
    }

    private static bool CanRedact(ExpressionSyntax carrier, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Form(carrier, model, cancellationToken) is not { } form)
        {
            return false;
        }

        var wrapped = Wrap(carrier, form);
        return model.GetSpeculativeTypeInfo(carrier.SpanStart, wrapped, SpeculativeBindingOption.BindAsExpression).Type is { SpecialType: SpecialType.System_String };
    }

    /// <summary>How a redacted text is made of the expression; null when the place does not take a text.</summary>
    private static string? Form(ExpressionSyntax carrier, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(carrier, cancellationToken);
        var inText = carrier.Parent is InterpolationSyntax;
        if (carrier.Parent is InterpolationSyntax { AlignmentClause: not null } or InterpolationSyntax { FormatClause: not null })
        {
            return null;
        }

        if (type.Type?.SpecialType == SpecialType.System_String)
        {
            return type.Nullability.FlowState == NullableFlowState.MaybeNull ? "{0} ?? string.Empty" : "{0}";
        }

        // Inside a text, a number or an object becomes text anyway.
        return inText && type.Type is { IsValueType: true } and not { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            ? "{0}.ToString(System.Globalization.CultureInfo.InvariantCulture)"
            : null;
    }

    private static ExpressionSyntax Wrap(ExpressionSyntax carrier, string form)
    {
        var operand = carrier.WithoutTrivia();
        var needsParentheses = form.Length > 3 && operand is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax);
        ExpressionSyntax argument = needsParentheses ? SyntaxFactory.ParenthesizedExpression(operand) : operand;
        if (form.Length > 3)
        {
            argument = SyntaxFactory.ParseExpression(form.Replace("{0}", argument.ToString()));
        }

        var target = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseName("global::" + Redactor), SyntaxFactory.IdentifierName("Redact"));
        return SyntaxFactory.InvocationExpression(target, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument))));
    }

    private static async Task<Document> RedactAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var carriers = Carriers(diagnostic, root);
        var fixedRoot = root.ReplaceNodes(carriers, (original, current) =>
        {
            var wrapped = (InvocationExpressionSyntax)Wrap(original, Form(original, model, cancellationToken)!);
            return wrapped
                .WithExpression(SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName("PersonalDataRedactor"), SyntaxFactory.IdentifierName("Redact")))
                .WithTriviaFrom(current);
        });
        return document.WithSyntaxRoot(Usings.Add((CompilationUnitSyntax)fixedRoot, "HyperscaleSdk", "PersonalDataRedactor", model, carriers[0].SpanStart));
    }
}
