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

/// <summary>HSAI0001, 0002, 0005, 0007: wraps what carries identifiers in <c>PersonalDataRedactor.Redact(...)</c>.</summary>
/// <remarks>What has no form of its own, such as a diagnosis, is not found by a redactor: there the fix is not offered.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedactPersonalDataCodeFixProvider))]
[Shared]
public sealed class RedactPersonalDataCodeFixProvider : CodeFixProvider
{
    private const string Redactor = "HyperscaleSdk.PersonalDataRedactor";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        RuleIdentifiers.ResidentRegistrationNumberToAi,
        RuleIdentifiers.UniqueIdentifierToAi,
        RuleIdentifiers.TransferAbroadWithoutBasis,
        RuleIdentifiers.PersonalDataToAi,
    ];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await RedactAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

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
            var carriers = ReportedCarriers.Of(diagnostic, root);
            if (carriers.Count == 0 || !ReportedCarriers.HaveForm(diagnostic) || !carriers.TrueForAll(carrier => CanRedact(carrier, model, context.CancellationToken)))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTexts.Redact.ToString(formatProvider: null),
                    cancellationToken => RedactAsync(context.Document, [diagnostic], cancellationToken),
                    equivalenceKey: nameof(RedactPersonalDataCodeFixProvider)),
                diagnostic);
        }
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

    private static async Task<Document> RedactAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var carriers = ReportedCarriers.Outermost(diagnostics.Where(ReportedCarriers.HaveForm)
            .Select(diagnostic => ReportedCarriers.Of(diagnostic, root))
            .Where(ofOne => ofOne.TrueForAll(carrier => CanRedact(carrier, model, cancellationToken)))
            .SelectMany(ofOne => ofOne));
        if (carriers.Count == 0)
        {
            return document;
        }

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
