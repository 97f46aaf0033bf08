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

/// <summary>HSAI0008: sends an anonymous object with the members that are not classified instead of the whole entity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MinimalRecordCodeFixProvider))]
[Shared]
public sealed class MinimalRecordCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.EntityInPrompt];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ProjectAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ProjectAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTexts.MinimalRecord.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: nameof(MinimalRecordCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> ProjectAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return null;
        }

        // A diagnostic with a carrier that cannot be projected would stay.
        var entities = ReportedCarriers.Outermost(diagnostics
            .Select(diagnostic => ReportedCarriers.Of(diagnostic, root).ConvertAll(Entity))
            .Where(ofOne => ofOne.TrueForAll(entity => entity is not null && Members(entity, model, cancellationToken).Length > 0))
            .SelectMany(ofOne => ofOne)!);
        if (entities.Count == 0)
        {
            return null;
        }

        var changed = root.ReplaceNodes(entities, (entity, current) => Projection(entity, Members(entity, model, cancellationToken)).WithTriviaFrom(current));
        return CompileCheck.Passes(model, changed, cancellationToken) ? document.WithSyntaxRoot(changed) : null;
    }

    /// <summary>The entity in <c>Serialize(entity)</c> or <c>{entity}</c>; null elsewhere, and when it is more than a name.</summary>
    private static ExpressionSyntax? Entity(ExpressionSyntax carrier)
    {
        var entity = carrier is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Serialize" or "SerializeObject" } } } call
            && call.ArgumentList.Arguments.Count is 1 or 2
            ? ((InvocationExpressionSyntax)carrier).ArgumentList.Arguments[0].Expression
            : carrier.Parent is InterpolationSyntax { FormatClause: null } ? carrier : null;
        return entity is not null && IsName(entity) ? entity : null;
    }

    // Reading a name twice does no harm; calling a method twice may.
    private static bool IsName(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax || (expression is MemberAccessExpressionSyntax { Expression: var owner } && (owner is ThisExpressionSyntax || IsName(owner)));

    private static ImmutableArray<string> Members(ExpressionSyntax entity, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(entity, cancellationToken);
        return type.Type is null || type.Nullability.FlowState == NullableFlowState.MaybeNull
            ? []
            : [.. UnclassifiedMembers.Of(type.Type).Select(member => member.Name)];
    }

    private static ExpressionSyntax Projection(ExpressionSyntax entity, ImmutableArray<string> members) =>
        SyntaxFactory.ParseExpression($"new {{ {string.Join(", ", members.Select(member => $"{entity.WithoutTrivia()}.{Escaped(member)}"))} }}");

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
