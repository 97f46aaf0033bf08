using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0001, 0002, 0004, 0005, 0007: appends <c>.UsePersonalDataGuard()</c> to what makes the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardClientCodeFixProvider))]
[Shared]
public sealed class GuardClientCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        RuleIdentifiers.ResidentRegistrationNumberToAi,
        RuleIdentifiers.UniqueIdentifierToAi,
        RuleIdentifiers.SensitiveInformationToAi,
        RuleIdentifiers.TransferAbroadWithoutBasis,
        RuleIdentifiers.PersonalDataToAi,
    ];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await GuardAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await GuardAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTexts.UseGuard.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: nameof(GuardClientCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    /// <summary>The file with the clients guarded; null when no client of these diagnostics is made in it, or the result would not compile.</summary>
    private static async Task<Document?> GuardAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || AiTypes.Resolve(model.Compilation) is not { } types)
        {
            return null;
        }

        var makers = new ClientMakers(model, types, cancellationToken);
        var targets = diagnostics.SelectMany(diagnostic => makers.Of(diagnostic, root)).Distinct().ToList();
        if (targets.Count == 0)
        {
            return null;
        }

        var changed = (CompilationUnitSyntax)root.ReplaceNodes(targets, (_, current) => Guarded(current));
        changed = Usings.Add(changed, "HyperscaleSdk", "PersonalDataGuardOptions", model, targets[0].SpanStart);
        return CompileCheck.Passes(model, changed, cancellationToken) ? document.WithSyntaxRoot(changed) : null;
    }

    private static InvocationExpressionSyntax Guarded(ExpressionSyntax client)
    {
        var receiver = client.WithoutTrivia();
        if (receiver is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax))
        {
            receiver = SyntaxFactory.ParenthesizedExpression(receiver);
        }

        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(ClientSteps.PersonalDataGuard)))
            .WithTriviaFrom(client);
    }
}
