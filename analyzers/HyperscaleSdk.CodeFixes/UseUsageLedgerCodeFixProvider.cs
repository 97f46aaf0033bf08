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

/// <summary>HSAI0003: appends <c>.UseUsageLedger(ledger)</c> to what makes the client, when a ledger is in scope there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseUsageLedgerCodeFixProvider))]
[Shared]
public sealed class UseUsageLedgerCodeFixProvider : CodeFixProvider
{
    private const string Method = "UseUsageLedger";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.CallBypassesUsageLedger];

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
            var location = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
            if (location.SourceTree != root.SyntaxTree
                || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax creation
                || Fixed((CompilationUnitSyntax)root, creation, model, context.CancellationToken) is not { } changed)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTexts.UseUsageLedger.ToString(formatProvider: null),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    equivalenceKey: nameof(UseUsageLedgerCodeFixProvider)),
                diagnostic);
        }
    }

    /// <summary>The file with the ledger added, or null when no ledger is in scope or the result would not compile.</summary>
    private static CompilationUnitSyntax? Fixed(CompilationUnitSyntax root, ExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        // new(...) takes its type from the place it stands in: it cannot be the receiver of a call.
        if (creation is ImplicitObjectCreationExpressionSyntax || model.Compilation.GetTypeByMetadataName("HyperscaleSdk.IUsageLedger") is not { } ledgerType)
        {
            return null;
        }

        foreach (var symbol in model.LookupSymbols(creation.SpanStart))
        {
            if (!IsUsable(symbol, creation) || TypeOf(symbol) is not { } type || !IsLedger(type, ledgerType))
            {
                continue;
            }

            var wrapped = SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, creation.WithoutTrivia(), SyntaxFactory.IdentifierName(Method)),
                SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(SyntaxFactory.IdentifierName(symbol.Name)))));
            var changed = Usings.Add(root.ReplaceNode(creation, wrapped.WithTriviaFrom(creation)), "HyperscaleSdk", "IUsageLedger", model, creation.SpanStart);
            if (CompileCheck.Passes(model, changed, cancellationToken))
            {
                return changed;
            }
        }

        return null;
    }

    private static bool IsLedger(ITypeSymbol type, INamedTypeSymbol ledger) =>
        SymbolEqualityComparer.Default.Equals(type, ledger) || type.AllInterfaces.Contains(ledger, SymbolEqualityComparer.Default);

    private static bool IsUsable(ISymbol symbol, ExpressionSyntax creation) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.Length == 1 && local.DeclaringSyntaxReferences[0].Span.End <= creation.SpanStart,
        IParameterSymbol => true,
        IFieldSymbol or IPropertySymbol => symbol.IsStatic || creation.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method && !method.Modifiers.Any(SyntaxKind.StaticKeyword) && method is not ConstructorDeclarationSyntax,
        _ => false,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
