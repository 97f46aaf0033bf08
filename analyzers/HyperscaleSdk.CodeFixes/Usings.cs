using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Adds using directives where a name is not in scope yet.</summary>
internal static class Usings
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name, string typeInIt, SemanticModel before, int position)
    {
        if (before.LookupNamespacesAndTypes(position, name: typeInIt).Length > 0
            || root.Usings.Any(directive => string.Equals(directive.Name?.ToString(), name, StringComparison.Ordinal)))
        {
            return root;
        }

        var directive = SyntaxFactory.UsingDirective(
            SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            default,
            null,
            SyntaxFactory.ParseName(name),
            SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        var index = 0;
        while (index < root.Usings.Count && IsBefore(root.Usings[index], name))
        {
            index++;
        }

        if (index == 0 && root.Usings.Count == 0)
        {
            return root.WithUsings([directive.WithTrailingTrivia(SyntaxFactory.LineFeed, SyntaxFactory.LineFeed)]);
        }

        return root.WithUsings(root.Usings.Insert(index, directive.WithTrailingTrivia(SyntaxFactory.LineFeed)));
    }

    // System directives come first; an alias or a global directive is passed over.
    private static bool IsBefore(UsingDirectiveSyntax directive, string name)
    {
        var other = directive.Name?.ToString() ?? string.Empty;
        return !directive.GlobalKeyword.IsKind(SyntaxKind.None)
            || other.StartsWith("System", StringComparison.Ordinal)
            || string.CompareOrdinal(other, name) < 0;
    }
}
