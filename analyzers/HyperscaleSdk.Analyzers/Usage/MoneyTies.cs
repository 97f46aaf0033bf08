using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>
/// Tells a cost in won from the cost of a path, an edit or a training step: the code around a cost in won speaks of payment, tokens,
/// usage or a model somewhere, in its own name, in the names that it stands in, or in what it is used with.
/// </summary>
internal static class MoneyTies
{
    public static bool Has(ISymbol symbol)
    {
        // "Budget" alone is what is asked about, and no answer.
        var own = IdentifierTokens.Split(symbol.Name);
        if (own.Count > 1 && (MoneyNames.SpeakOfModel(own) || MoneyNames.SpeakOfPayment(own)))
        {
            return true;
        }

        for (var current = symbol.ContainingSymbol; current is not null and not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingSymbol)
        {
            if (MoneyNames.SpeakOfPayment(IdentifierTokens.Split(current.Name)))
            {
                return true;
            }
        }

        return symbol.DeclaringSyntaxReferences.Select(reference => ScopeOf(reference.GetSyntax(), symbol)).Any(scope => SpeaksOfPayment(scope, symbol.Name));
    }

    // A local lives in its member, a field in its type; types within that are others' matter.
    private static SyntaxNode? ScopeOf(SyntaxNode declaration, ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol
        ? declaration.AncestorsAndSelf().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)
        : declaration.Ancestors().FirstOrDefault(node => node is TypeDeclarationSyntax);

    private static bool SpeaksOfPayment(SyntaxNode? scope, string name)
    {
        var seen = new HashSet<string>(System.StringComparer.Ordinal) { name };
        return scope is not null && scope.DescendantTokens(node => node == scope || node is not TypeDeclarationSyntax)
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && seen.Add(token.ValueText))
            .Any(token => MoneyNames.SpeakOfPayment(IdentifierTokens.Split(token.ValueText)));
    }
}
