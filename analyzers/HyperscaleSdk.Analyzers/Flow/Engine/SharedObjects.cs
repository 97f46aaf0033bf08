using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// What objects hold that several types are given: a queue that one service fills and another empties. Objects of one type are
/// taken for one object, which is what a service container makes of them; only their hidden state counts, so that two
/// records of one type stay two.
/// </summary>
internal sealed class SharedObjects(FlowEngine engine, AmbientValues ambient)
{
    private const int MostNames = 24;

    private readonly FlowEngine _engine = engine;
    private readonly AmbientValues _ambient = ambient;
    private readonly ConcurrentDictionary<INamedTypeSymbol, MemberValues> _values = new(SymbolEqualityComparer.Default);

    /// <summary>What a place inside an object holds that the type was given; null when it is no such place.</summary>
    /// <param name="owner">The type whose <c>this</c> the place is seen from.</param>
    /// <param name="input">The place.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <param name="isEntry">Nobody calls the method that reads it: what others put into the object itself counts as well.</param>
    public FlowValue? Of(INamedTypeSymbol owner, FlowInput input, CancellationToken cancellationToken, bool isEntry = false)
    {
        FlowValue? value = null;
        foreach (var (type, rest) in Objects(owner, input.Path, isEntry))
        {
            var known = _values.TryGetValue(type, out var values) ? values : _values.GetOrAdd(type, Collect(type, cancellationToken));
            if (known.Places.Count > 0)
            {
                var held = known.Find(input with { Path = rest });
                value = value is null ? held : value.Join(held);
            }
        }

        return value;
    }

    private MemberValues Collect(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var values = new MemberValues();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsOpenToOthers))
        {
            // Whoever calls it: an event bus, a framework.
            if (_engine.SummaryOf(method.OriginalDefinition, new SummaryRun(), cancellationToken) is { } summary)
            {
                CollectOwn(type, summary, values);
            }
        }

        // Types that are declared inside see the hidden members as well.
        var names = new Queue<string>(type.GetTypeMembers().Prepend(type).SelectMany(owner => owner.GetMembers()).OfType<IMethodSymbol>()
            .Where(IsOpenToOthers)
            .Select(method => method.Name).Distinct(StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count > 0 && seen.Count < MostNames)
        {
            var name = names.Dequeue();
            foreach (var method in seen.Add(name) ? _ambient.MethodsThatMention(name, cancellationToken) : [])
            {
                // What it puts there may be what it was given: its callers know.
                if (_engine.SummaryOf(method, new SummaryRun(), cancellationToken) is { } summary && Collect(type, method, summary, values))
                {
                    names.Enqueue(method.Name);
                }
            }
        }

        foreach (var place in values.Places)
        {
            values[place] = values[place].WithoutInputs();
        }

        return values;
    }

    private static bool IsOpenToOthers(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, Parameters.Length: > 0, DeclaredAccessibility: not Accessibility.Private };

    private static void CollectOwn(INamedTypeSymbol type, FlowSummary summary, MemberValues values)
    {
        foreach (var site in summary.Heap.Keys.Where(site => summary.Sites[site].Input is { Parameter: FlowInput.This }))
        {
            var path = summary.Sites[site].Input!.Path;
            if (path.Length == 0)
            {
                AmbientValues.CollectMembers(summary, site, path, values, 0, member => IsHidden(type, member));
            }
            else if (IsHidden(type, path.Split('/')[0]))
            {
                AmbientValues.CollectMembers(summary, site, path, values, 0);
            }
        }
    }

    private static bool Collect(INamedTypeSymbol type, IMethodSymbol method, FlowSummary summary, MemberValues values)
    {
        var before = values.InputCount();
        foreach (var site in summary.Heap)
        {
            if (summary.Sites[site.Key].Input is not { } input)
            {
                continue;
            }

            var root = input.Parameter == FlowInput.This ? method.ContainingType : input.Parameter >= 0 && input.Parameter < method.Parameters.Length ? method.Parameters[input.Parameter].Type as INamedTypeSymbol : null;
            foreach (var (owner, rest) in root is null || !root.Locations.Any(place => place.IsInSource) ? [] : Objects(root, input.Path, includesRoot: input.Parameter >= 0))
            {
                if (rest.Length > 0 && IsSame(owner, type))
                {
                    AmbientValues.CollectMembers(summary, site.Key, rest, values, 0);
                }
            }

            // Written to the object's hidden member itself: by a method of it that was called, or by a type declared inside it.
            if (root is not null && (input.Parameter >= 0 || input.Path.Length > 0) && ObjectAt(root, input.Path) is { } written && IsSame(written, type))
            {
                AmbientValues.CollectMembers(summary, site.Key, string.Empty, values, 0, member => IsHidden(written, member));
            }
        }

        return values.InputCount() > before;
    }

    /// <summary>The objects of own types along a path, and what is left of the path from each: hidden members only.</summary>
    private static IEnumerable<(INamedTypeSymbol Type, string Place)> Objects(INamedTypeSymbol root, string path, bool includesRoot = false)
    {
        if (path.Length == 0)
        {
            yield break;
        }

        var names = path.Split('/');
        INamedTypeSymbol? owner = root;
        for (var i = 0; i < names.Length && owner is not null; i++)
        {
            if ((i > 0 || includesRoot) && IsHidden(owner, names[i]))
            {
                yield return (owner, string.Join("/", names, i, names.Length - i));
            }

            owner = TypeOf(owner, names[i]);
        }
    }

    private static INamedTypeSymbol? ObjectAt(INamedTypeSymbol root, string path)
    {
        INamedTypeSymbol? owner = root;
        foreach (var name in path.Length == 0 ? [] : path.Split('/'))
        {
            owner = owner is null ? null : TypeOf(owner, name);
        }

        return owner;
    }

    private static INamedTypeSymbol? TypeOf(INamedTypeSymbol owner, string name)
    {
        for (var type = owner; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                return ((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) as INamedTypeSymbol;
            }

            foreach (var parameter in name.Length > 2 && name[0] == '<' ? type.InstanceConstructors.SelectMany(constructor => constructor.Parameters) : [])
            {
                if (string.Equals(FlowMember.Captured(parameter), name, StringComparison.Ordinal))
                {
                    return parameter.Type as INamedTypeSymbol;
                }
            }
        }

        return null;
    }

    private static bool IsHidden(INamedTypeSymbol type, string name) =>
        type is { IsRecord: false, TypeKind: TypeKind.Class or TypeKind.Interface } && type.Locations.Any(place => place.IsInSource)
        && type.GetMembers(name).All(member => member.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected) && !FlowMember.IsElement(name);

    // Queue<Order> and Queue<Patient> are two; inside Queue<T> it is not known which.
    private static bool IsSame(INamedTypeSymbol left, INamedTypeSymbol right) => Equal(left, right) || Is(left, right) || Is(right, left);

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Equal(ancestor, other))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(contract => Equal(contract, other));
    }

    private static bool Equal(INamedTypeSymbol left, INamedTypeSymbol right) => IsOpen(left) || IsOpen(right)
        ? SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition)
        : SymbolEqualityComparer.Default.Equals(left, right);

    private static bool IsOpen(INamedTypeSymbol type) => type.TypeArguments.Any(argument => argument.TypeKind == TypeKind.TypeParameter);
}
