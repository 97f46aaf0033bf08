using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Where names are written to, called and made, in every file of the assembly. By spelling: who asks binds what it finds.</summary>
internal sealed class SourceIndex
{
    /// <summary>The name under which <c>new(...)</c> and constructor initialisers are listed.</summary>
    public const string Unnamed = "";

    private readonly Dictionary<string, List<SyntaxNode>> _writes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<InvocationExpressionSyntax>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _creations = new(StringComparer.Ordinal);

    public SourceIndex(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                Add(node);
            }
        }
    }

    /// <summary>Assignments, out arguments, and calls that add to a collection of that name.</summary>
    public IReadOnlyList<SyntaxNode> Writes(string name) => _writes.TryGetValue(name, out var found) ? found : [];

    public IReadOnlyList<InvocationExpressionSyntax> Calls(string name) => _calls.TryGetValue(name, out var found) ? found : [];

    public IEnumerable<InvocationExpressionSyntax> CallsWhere(Func<string, bool> name) =>
        _calls.Where(entry => name(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value);

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
            case InvocationExpressionSyntax invocation when NameOf(invocation.Expression) is { } name:
                Add(_calls, name, invocation);
                if (invocation.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsAddition(name))
                {
                    AddWrite(receiver, invocation);
                }

                break;
            case ObjectCreationExpressionSyntax { Type: var type }:
                Add(_creations, NameOf(type) ?? Unnamed, node);
                break;
            case ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                Add(_creations, Unnamed, node);
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
        else if (NameOf(target is ElementAccessExpressionSyntax element ? element.Expression : target) is { } name)
        {
            Add(_writes, name, write);
        }
    }

    private static bool IsAddition(string method) =>
        method is "Add" or "TryAdd" or "Insert" or "Push" or "Enqueue" or "GetOrAdd" or "AddOrUpdate" or "Append" or "AddRange" or "TryWrite" or "SetItem";

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

    private static void Add<T>(Dictionary<string, List<T>> map, string name, T node)
    {
        if (!map.TryGetValue(name, out var found))
        {
            map.Add(name, found = []);
        }

        found.Add(node);
    }
}
