using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Where names are written to, called and made, in every file of the assembly. By spelling: who asks binds what it finds.</summary>
internal sealed class SourceIndex(Compilation compilation)
{
    /// <summary>The name under which <c>new(...)</c> and constructor initialisers are listed.</summary>
    public const string Unnamed = "";

    private readonly Compilation _compilation = compilation;
    private readonly ConcurrentDictionary<string, IReadOnlyList<SyntaxNode>> _writes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<InvocationExpressionSyntax>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<SyntaxNode>> _creations = new(StringComparer.Ordinal);

    /// <summary>Assignments, out arguments, and calls that add to a collection of that name.</summary>
    public IReadOnlyList<SyntaxNode> Writes(string name) =>
        _writes.GetOrAdd(name, wanted => [.. TreesWith(wanted).SelectMany(tree => TreeIndex.Of(tree).Writes(wanted))]);

    /// <param name="name">The name.</param>
    /// <param name="trees">The files to look at.</param>
    public IEnumerable<SyntaxNode> Writes(string name, HashSet<SyntaxTree> trees) => trees.Count == 1
        ? SourceWords.Of(trees.First()).Contains(name) ? TreeIndex.Of(trees.First()).Writes(name) : []
        : TreesWith(name).Where(trees.Contains).SelectMany(tree => TreeIndex.Of(tree).Writes(name));

    public IReadOnlyList<InvocationExpressionSyntax> Calls(string name) =>
        _calls.GetOrAdd(name, wanted => [.. TreesWith(wanted).SelectMany(tree => TreeIndex.Of(tree).Calls(wanted))]);

    public IEnumerable<InvocationExpressionSyntax> CallsWhere(Func<string, bool> name) =>
        _compilation.SyntaxTrees.Where(tree => SourceWords.Of(tree).Any(name)).SelectMany(tree => TreeIndex.Of(tree).AllCalls.Where(entry => name(entry.Key)))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => group.SelectMany(entry => entry.Value));

    public IReadOnlyList<SyntaxNode> Creations(string type) => _creations.GetOrAdd(type, wanted => wanted.Length == 0
        ? [.. _compilation.SyntaxTrees.SelectMany(TreeIndex.UnnamedCreations)]
        : [.. TreesWith(wanted).SelectMany(tree => TreeIndex.Of(tree).Creations(wanted))]);

    internal static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        _ => null,
    };

    private IEnumerable<SyntaxTree> TreesWith(string word) => _compilation.SyntaxTrees.Where(tree => SourceWords.Of(tree).Contains(word));
}
