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

/// <summary>HSAI0008: sends an anonymous object with the members that are not classified instead of the whole entity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MinimalRecordCodeFixProvider))]
[Shared]
public sealed class MinimalRecordCodeFixProvider() : DocumentCodeFixProvider(FixTexts.MinimalRecord)
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.EntityInPrompt];

    /// <inheritdoc />
    private protected override SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // A diagnostic with a carrier that cannot be projected would stay.
        var entities = ReportedCarriers.Outermost(diagnostics
            .Select(diagnostic => ReportedCarriers.Of(diagnostic, root).ConvertAll(Entity))
            .Where(ofOne => ofOne.TrueForAll(entity => entity is not null && Members(entity, model, cancellationToken).Length > 0))
            .SelectMany(ofOne => ofOne)!);
        if (entities.Count == 0)
        {
            return null;
        }

        return root.ReplaceNodes(entities, (entity, current) => Projection(entity, Members(entity, model, cancellationToken)).WithTriviaFrom(current));
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
