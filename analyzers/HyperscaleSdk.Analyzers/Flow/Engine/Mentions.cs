using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which methods, accessors and top-level statements of a file mention a name, in the order of the file.</summary>
internal sealed class Mentions
{
    // Depends on the file's text only: an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, Mentions> Known = new();

    private readonly Dictionary<string, List<SyntaxNode>> _declarations = new(StringComparer.Ordinal);

    private Mentions(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax
                or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null })
            {
                AddNamesIn(node);
            }
        }
    }

    public static IReadOnlyList<SyntaxNode> Of(string name, SyntaxTree tree) =>
        SourceWords.Of(tree).Contains(name) && Known.GetValue(tree, static made => new Mentions(made))._declarations.TryGetValue(name, out var declarations) ? declarations : [];

    private void AddNamesIn(SyntaxNode declaration)
    {
        foreach (var token in declaration.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                Add(token.ValueText, declaration);
            }
        }
    }

    private void Add(string name, SyntaxNode declaration)
    {
        if (!_declarations.TryGetValue(name, out var declarations))
        {
            _declarations[name] = declarations = [];
        }

        if (declarations.Count == 0 || declarations[declarations.Count - 1] != declaration)
        {
            declarations.Add(declaration);
        }
    }
}
