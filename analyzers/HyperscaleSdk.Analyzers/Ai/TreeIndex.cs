using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Where names are written to, called and made in one file.</summary>
internal sealed class TreeIndex
{
    // Depends on the file's text only: an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Known = new();

    private readonly Dictionary<string, List<SyntaxNode>> _writes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<InvocationExpressionSyntax>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _creations = new(StringComparer.Ordinal);

    private TreeIndex(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            Add(node);
        }
    }

    public IEnumerable<KeyValuePair<string, List<InvocationExpressionSyntax>>> AllCalls => _calls;

    public static TreeIndex Of(SyntaxTree tree) => Known.GetValue(tree, static made => new TreeIndex(made));

    /// <summary>What is made without naming its type. Of a file without <c>new(...)</c>, only the heads of types and constructors are read.</summary>
    public static IEnumerable<SyntaxNode> UnnamedCreations(SyntaxTree tree)
    {
        if (SourceWords.Of(tree).MayCreateUnnamed)
        {
            return Of(tree).Creations(SourceIndex.Unnamed);
        }

        var found = new List<SyntaxNode>();
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseListSyntax or ConstructorDeclarationSyntax))
        {
            if (node is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax)
            {
                found.Add(node);
            }
        }

        return found;
    }

    public IReadOnlyList<SyntaxNode> Writes(string name) => _writes.TryGetValue(name, out var found) ? found : [];

    public IReadOnlyList<InvocationExpressionSyntax> Calls(string name) => _calls.TryGetValue(name, out var found) ? found : [];

    public IReadOnlyList<SyntaxNode> Creations(string type) => _creations.TryGetValue(type, out var found) ? found : [];

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                AddWrite(assignment.Left, assignment);
                break;
            case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None):
                AddWrite(argument.Expression, argument);
                break;
            case InvocationExpressionSyntax invocation when SourceIndex.NameOf(invocation.Expression) is { } name:
                Add(_calls, name, invocation);
                if (invocation.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsAddition(name))
                {
                    AddWrite(receiver, invocation);
                }

                break;
            case ObjectCreationExpressionSyntax { Type: var type }:
                Add(_creations, SourceIndex.NameOf(type) ?? SourceIndex.Unnamed, node);
                break;
            case ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                Add(_creations, SourceIndex.Unnamed, node);
                break;
        }
    }

    private void AddWrite(ExpressionSyntax target, SyntaxNode write)
    {
        if (target is TupleExpressionSyntax tuple)
        {
            foreach (var element in tuple.Arguments)
            {
                AddWrite(element.Expression, write);
            }
        }
        else if (SourceIndex.NameOf(target is ElementAccessExpressionSyntax element ? element.Expression : target) is { } name)
        {
            Add(_writes, name, write);
        }
    }

    private static bool IsAddition(string method) =>
        method is "Add" or "TryAdd" or "Insert" or "Push" or "Enqueue" or "GetOrAdd" or "AddOrUpdate" or "Append" or "AddRange" or "TryWrite" or "SetItem";

    private static void Add<T>(Dictionary<string, List<T>> map, string name, T node)
    {
        if (!map.TryGetValue(name, out var found))
        {
            map.Add(name, found = []);
        }

        found.Add(node);
    }
}
