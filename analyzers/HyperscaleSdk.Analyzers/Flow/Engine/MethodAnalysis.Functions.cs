using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Functions that an object or a static member keeps: what was given to constructors, events and methods that take them.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The functions that constructors of the type keep in a member of <c>this</c>, and those that a static member is declared with.</summary>
    public IEnumerable<FlowFunction> FunctionsKeptIn(FlowInput member)
    {
        foreach (var function in member.Member is { } place ? FunctionsOfStatic(place, member.Path) : [])
        {
            yield return function;
        }

        if (member.Parameter != FlowInput.This || member.Path.Length == 0 || Method is not { MethodKind: not MethodKind.Constructor })
        {
            yield break;
        }

        foreach (var constructor in _owner.ContainingType.OriginalDefinition.InstanceConstructors)
        {
            if (SummaryOf(constructor) is not { } summary)
            {
                continue;
            }

            foreach (var function in FunctionsAt(summary, member.Path.Split('/')))
            {
                yield return function with { Receiver = This(_owner.ContainingType) };
            }
        }

        foreach (var taker in _owner.ContainingType.GetMembers().Where(TakesFunctions).Select(taker => taker.Name).Distinct(System.StringComparer.Ordinal))
        {
            foreach (var function in Engine.Ambient.MethodsThatHandTo(taker, CancellationToken).Select(method => SummaryOf(method)).OfType<FlowSummary>().SelectMany(summary => FunctionsBehind(summary, member.Path.Split('/'))))
            {
                yield return function with { Receiver = FlowValue.Unknown };
            }
        }

        foreach (var handler in _owner.ContainingType.GetMembers(member.Path).OfType<IEventSymbol>().SelectMany(Handlers))
        {
            yield return handler;
        }
    }

    // An event with accessors of its own, or a method like OnChange(Action<string> handler).
    public static bool TakesFunctions(ISymbol member) => member is IEventSymbol { AddMethod.IsImplicitlyDeclared: false }
        || member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: not Accessibility.Private } method && method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    private IEnumerable<FlowFunction> FunctionsOfStatic(ISymbol member, string path)
    {
        if (!_run.Enter(member))
        {
            yield break;
        }

        // Declared with it, put there by the static constructor, or added to a static event.
        var summaries = Engine.Bodies.InitializerOf(member, Budget, CancellationToken).Select(graph => new MethodAnalysis(Engine, member, _run, CancellationToken).Run([graph]))
            .Concat(member.ContainingType.StaticConstructors.Where(Engine.Bodies.HasBody).Concat(member is IEventSymbol ? Engine.Ambient.MethodsThatHandTo(member.Name, CancellationToken) : []).Select(method => SummaryOf(method)).OfType<FlowSummary>());
        foreach (var summary in summaries)
        {
            var sites = summary.Statics.Where(entry => SymbolEqualityComparer.Default.Equals(entry.Key.OriginalDefinition, member)).SelectMany(entry => entry.Value.Sites);
            foreach (var function in FunctionsAt(summary, [.. sites], path.Length == 0 ? [] : path.Split('/')))
            {
                yield return function with { Receiver = FlowValue.Unknown };
            }
        }

        _run.Leave(member);
    }

    /// <summary>Functions that another type's method put behind a path of an object that it was given.</summary>
    private IEnumerable<FlowFunction> FunctionsBehind(FlowSummary summary, string[] path)
    {
        foreach (var site in summary.Heap.Keys.Where(site => summary.Sites[site].Input is not null))
        {
            var given = summary.Sites[site].Input!.Path;
            for (var known = 0; known < path.Length; known++)
            {
                var start = string.Join("/", path, 0, known);
                if (known == 0 || given.EndsWith(start, System.StringComparison.Ordinal))
                {
                    foreach (var function in FunctionsAt(summary, [site], path.Skip(known)))
                    {
                        yield return function;
                    }
                }
            }
        }
    }

    private IEnumerable<FlowFunction> FunctionsAt(FlowSummary summary, string[] path) =>
        FunctionsAt(summary, [.. summary.Heap.Keys.Where(site => summary.Sites[site].Input is { Parameter: FlowInput.This, Path: "" })], path);

    private IEnumerable<FlowFunction> FunctionsAt(FlowSummary summary, List<int> sites, IEnumerable<string> path)
    {
        List<FlowValue> values = [];
        foreach (var name in path)
        {
            values = [.. sites.Where(summary.Heap.ContainsKey).SelectMany(site => summary.Heap[site])
                .Where(member => string.Equals(member.Key, name, System.StringComparison.Ordinal)
                    || (FlowMember.IsElement(name) && FlowMember.IsElement(member.Key) && (FlowMember.IsAnyElement(name) || FlowMember.IsAnyElement(member.Key))))
                .Select(member => member.Value)];
            sites = [.. values.SelectMany(value => value.Sites).Distinct().OrderBy(site => site)];
        }

        // _text = Texts.Contact: what a static member keeps.
        return sites.Select(site => summary.Sites[site].Function).OfType<FlowFunction>()
            .Concat(values.SelectMany(value => value.Inputs).Where(input => input.Member is not null).SelectMany(input => FunctionsOfStatic(input.Member!, input.Path)));
    }

    /// <summary>What other methods have added to an event.</summary>
    private IEnumerable<FlowFunction> Handlers(IEventSymbol happening) => Engine.Ambient.MethodsThatHandTo(happening.Name, CancellationToken)
        .Select(method => SummaryOf(method)).OfType<FlowSummary>()
        .SelectMany(summary => summary.Heap
            .Where(site => site.Value.ContainsKey(happening.Name))
            .SelectMany(site => site.Value[happening.Name].Sites.Select(made => summary.Sites[made].Function).OfType<FlowFunction>()));

    /// <summary>What a member is declared with, and nothing else: its objects are put into the state. Null where there is no such value.</summary>
    public FlowValue? InitialOf(ISymbol member, FlowValue owner, FlowState state)
    {
        const int MostObjects = 64;
        if (!_run.Enter(member))
        {
            return null;
        }

        FlowValue? value = null;
        foreach (var graph in Engine.Bodies.InitializerOf(member, Budget, CancellationToken))
        {
            var (exit, _, _) = Analyze(graph, state.CloneForFunction(), owner);
            value = member.IsStatic ? exit.Get(FlowMember.OfStatic(member)) : owner.Sites.Length == 1 ? exit.Get(owner.Sites[0], FlowMember.Of(member)) : null;
            foreach (var site in exit.ReachableFrom(value?.Sites ?? [], MostObjects).Where(site => state.MembersOf(site).IsEmpty))
            {
                foreach (var part in exit.MembersOf(site))
                {
                    state.Set(site, part.Key, part.Value);
                }
            }
        }

        _run.Leave(member);
        return value;
    }
}
