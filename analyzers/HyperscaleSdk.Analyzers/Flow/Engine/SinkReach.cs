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
    private readonly bool _unnamed;

    /// <param name="compilation">The project.</param>
    /// <param name="referenced">Whether a method that referenced projects have reaches a sink.</param>
    /// <param name="isWanted">Other names of interest beside those of sinks.</param>
    public SinkReach(Compilation compilation, Func<string, bool> referenced, Func<string, bool>? isWanted = null)
    {
        var clientMethods = GeneratedClients.MethodNames(compilation);

        // Most projects have no AI call at all: their words are read, and no token.
        if (!compilation.SyntaxTrees.Any(tree => SourceWords.Of(tree).Any(IsSink)))
        {
            return;
        }

        var members = compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Members).ToList();
        var takers = new HashSet<string>(compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Takers), StringComparer.Ordinal);
        members.AddRange(compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Given).Where(given => takers.Contains(given.Name)));
        var callers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var open = new Queue<string>();
        foreach (var (name, mentioned) in members)
        {
            var isSink = false;
            foreach (var other in mentioned)
            {
                isSink |= IsSink(other);
                if (!callers.TryGetValue(other, out var list))
                {
                    callers[other] = list = [];
                }

                list.Add(name);
            }

            if (isSink && _reaching.Add(name))
            {
                open.Enqueue(name);
            }
        }

        while (open.Count > 0)
        {
            foreach (var caller in callers.TryGetValue(open.Dequeue(), out var list) ? list : [])
            {
                if (_reaching.Add(caller))
                {
                    open.Enqueue(caller);
                }
            }
        }

        // Operators, indexers and top-level statements have no name that others mention.
        _unnamed = _reaching.Contains(string.Empty);

        bool IsSink(string name) => FlowSinks.MayBeSink(name) || clientMethods.Contains(name) || referenced(name) || (isWanted is not null && isWanted(name));
    }

    /// <summary>The names of the members that can reach a sink.</summary>
    public IEnumerable<string> Names => _reaching;

    public bool Contains(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => _reaching.Contains(constructor.ContainingType.Name),
        IMethodSymbol { AssociatedSymbol: { } associated } => associated is IPropertySymbol { IsIndexer: true } ? _unnamed : _reaching.Contains(associated.Name),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => IsUnnamed(method) ? _unnamed : _reaching.Contains(SimpleName(method.Name)),
        IFieldSymbol or IPropertySymbol or IEventSymbol => _reaching.Contains(member.Name) || _reaching.Contains(member.ContainingType.Name),
        _ => _unnamed,
    };

    private static bool IsUnnamed(IMethodSymbol method) => method.Name.Length == 0 || method.Name[0] == '<';

    private static string SimpleName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
