using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which members lead to certain names, by names alone: they mention one, or a member that does. It is coarse on purpose: it
/// costs one look at each file's tokens.
/// </summary>
internal sealed class NameReach
{
    private readonly HashSet<string> _reaching = new(StringComparer.Ordinal);
    private readonly bool _unnamed;

    /// <param name="compilation">The project.</param>
    /// <param name="isWanted">The names.</param>
    /// <param name="isMeant">Looks at all that a member mentions, where one of the names is not enough; null where it is.</param>
    public NameReach(Compilation compilation, Func<string, bool> isWanted, Func<HashSet<string>, bool>? isMeant = null)
    {
        // Most projects have none of the names: their words are read, and no token.
        if (!compilation.SyntaxTrees.Any(tree => SourceWords.Of(tree).Any(isWanted)))
        {
            return;
        }

        var callers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var open = new Queue<string>();
        foreach (var member in Members(compilation))
        {
            var isFound = false;
            foreach (var other in member.Mentioned)
            {
                isFound |= isWanted(other);
                if (!callers.TryGetValue(other, out var list))
                {
                    callers[other] = list = [];
                }

                list.Add(member.Name);
            }

            if (isFound && (isMeant is null || isMeant(member.Mentioned)) && _reaching.Add(member.Name))
            {
                open.Enqueue(member.Name);
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
    }

    public bool IsEmpty => _reaching.Count == 0;

    public bool Contains(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => _reaching.Contains(constructor.ContainingType.Name),
        IMethodSymbol { AssociatedSymbol: { } associated } => associated is IPropertySymbol { IsIndexer: true } ? _unnamed : _reaching.Contains(associated.Name),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => IsUnnamed(method) ? _unnamed : _reaching.Contains(SimpleName(method.Name)),
        IFieldSymbol or IPropertySymbol or IEventSymbol => _reaching.Contains(member.Name) || _reaching.Contains(member.ContainingType.Name),
        _ => _unnamed,
    };

    // What a lambda mentions that is given to a method is run by that method.
    private static IEnumerable<NamesInMember> Members(Compilation compilation)
    {
        var takers = new HashSet<string>(compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Takers), StringComparer.Ordinal);
        return compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Members)
            .Concat(compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Given).Where(given => takers.Contains(given.Name)));
    }

    private static bool IsUnnamed(IMethodSymbol method) => method.Name.Length == 0 || method.Name[0] == '<';

    private static string SimpleName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
