using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0019: <c>await using</c> for a reservation or an enumerator that is disposed on some ways out only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsageSettlementCodeFixProvider))]
[Shared]
public sealed class UsageSettlementCodeFixProvider : DocumentCodeFixProvider
{
    /// <summary>Makes the fix.</summary>
    public UsageSettlementCodeFixProvider()
        : base(FixTexts.SettleByUsing)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.UsageNotSettled];

    private protected override SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var declarations = new Dictionary<LocalDeclarationStatementSyntax, bool>();
        foreach (var diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } node
                && model.GetOperation(node, cancellationToken) is IInvocationOperation call && Settlements.Variable(call) is { } variable
                && variable.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } declaration }
                && model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol local && IsAsync(local.Type) is { } isAsync && !IsAssignedAgain(declaration, local))
            {
                declarations[declaration] = isAsync;
            }
        }

        if (declarations.Count == 0)
        {
            return null;
        }

        var disposals = declarations.Keys.SelectMany(declaration => OwnDisposals(declaration)).ToList();
        var changed = root.ReplaceNodes(
            declarations.Keys.Concat<SyntaxNode>(disposals),
            (original, current) => original is LocalDeclarationStatementSyntax declaration ? Using((LocalDeclarationStatementSyntax)current, declarations[declaration]) : Marked(current));
        return changed.RemoveNodes(changed.GetAnnotatedNodes(Removed), SyntaxRemoveOptions.KeepDirectives);
    }

    private static readonly SyntaxAnnotation Removed = new(nameof(UsageSettlementCodeFixProvider));

    private static SyntaxNode Marked(SyntaxNode node) => node.WithAdditionalAnnotations(Removed);

    private static LocalDeclarationStatementSyntax Using(LocalDeclarationStatementSyntax declaration, bool isAsync)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var first = isAsync ? SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space) : default;
        var bare = declaration.WithLeadingTrivia().WithUsingKeyword(keyword);
        return (isAsync ? bare.WithAwaitKeyword(first) : bare).WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    /// <summary>True for IAsyncDisposable, false for IDisposable, null for neither.</summary>
    private static bool? IsAsync(ITypeSymbol type) =>
        Implements(type, "IAsyncDisposable") ? true : Implements(type, "IDisposable") ? false : null;

    private static bool Implements(ITypeSymbol type, string name) => type.Name == name || type.AllInterfaces.Any(implemented => implemented.Name == name);

    // A variable of a using declaration is read-only.
    private static bool IsAssignedAgain(LocalDeclarationStatementSyntax declaration, ILocalSymbol local) =>
        ((BlockSyntax)declaration.Parent!).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name);

    // The call that disposed it on the way of success would be the second one.
    private static IEnumerable<ExpressionStatementSyntax> OwnDisposals(LocalDeclarationStatementSyntax declaration)
    {
        var name = declaration.Declaration.Variables[0].Identifier.ValueText;
        return ((BlockSyntax)declaration.Parent!).Statements.OfType<ExpressionStatementSyntax>().Where(statement => statement.SpanStart > declaration.SpanStart && IsDisposal(statement.Expression, name));
    }

    private static bool IsDisposal(ExpressionSyntax expression, string name) => expression switch
    {
        AwaitExpressionSyntax awaited => IsDisposal(awaited.Expression, name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => IsDisposal(inner, name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DisposeAsync" or "Dispose", Expression: IdentifierNameSyntax owner } } => owner.Identifier.ValueText == name,
        _ => false,
    };
}
