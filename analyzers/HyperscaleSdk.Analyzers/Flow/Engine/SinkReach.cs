using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which members can reach a sink, by names alone: they mention the name of a sink, or of a member that does. It is coarse on
/// purpose: it costs one look at each file's tokens, and most members of most projects never start the engine.
/// </summary>
internal sealed class SinkReach
{
    private readonly HashSet<string> _reaching = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _sinks = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();
    private readonly HashSet<string> _clientMethods;
    private readonly bool _unnamed;

    public SinkReach(Compilation compilation)
    {
        _clientMethods = GeneratedClients.MethodNames(compilation);
        var unread = compilation.SyntaxTrees.Where(tree => !ReadWhen(SourceWords.Of(tree).Any(IsSink), tree)).ToList();
        while (_open.Count > 0)
        {
            var name = _open.Dequeue();
            foreach (var caller in _callers.TryGetValue(name, out var list) ? list : [])
            {
                Reach(caller);
            }

            // Of a file that mentions neither a sink nor a member that reaches one, nothing has to be known.
            unread.RemoveAll(tree => ReadWhen(TreeNames.MayMention(tree, name), tree));
        }

        // Operators, indexers and top-level statements have no name that others mention.
        _unnamed = _reaching.Contains(string.Empty);
    }

    public bool Contains(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => _reaching.Contains(constructor.ContainingType.Name),
        IMethodSymbol { AssociatedSymbol: { } associated } => associated is IPropertySymbol { IsIndexer: true } ? _unnamed : _reaching.Contains(associated.Name),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => IsUnnamed(method) ? _unnamed : _reaching.Contains(SimpleName(method.Name)),
        IFieldSymbol or IPropertySymbol or IEventSymbol => _reaching.Contains(member.Name) || _reaching.Contains(member.ContainingType.Name),
        _ => _unnamed,
    };

    private bool IsSink(string name)
    {
        if (!_sinks.TryGetValue(name, out var known))
        {
            _sinks[name] = known = FlowSinks.MayBeSink(name) || _clientMethods.Contains(name);
        }

        return known;
    }

    private void Reach(string name)
    {
        if (_reaching.Add(name))
        {
            _open.Enqueue(name);
        }
    }

    private bool ReadWhen(bool mayMatter, SyntaxTree tree)
    {
        if (!mayMatter)
        {
            return false;
        }

        foreach (var (name, mentioned) in TreeNames.Of(tree).Members)
        {
            foreach (var other in mentioned)
            {
                if (IsSink(other) || _reaching.Contains(other))
                {
                    Reach(name);
                }

                if (!_callers.TryGetValue(other, out var callers))
                {
                    _callers[other] = callers = [];
                }

                callers.Add(name);
            }
        }

        return true;
    }

    private static bool IsUnnamed(IMethodSymbol method) => method.Name.Length == 0 || method.Name[0] == '<';

    private static string SimpleName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
