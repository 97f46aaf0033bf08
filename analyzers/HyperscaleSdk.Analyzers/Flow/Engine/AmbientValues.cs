using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// What the members of an object, and static members, hold in whatever order methods run: joined over everything that the
/// type's own methods (for static members, all methods) put there.
/// </summary>
internal sealed class AmbientValues
{
    private const int MostRounds = 6;
    private const int MostNames = 24;

    private readonly FlowEngine _engine;
    private readonly SharedObjects _shared;
    private readonly ConcurrentDictionary<string, IReadOnlyList<IMethodSymbol>> _mentioning = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IMethodSymbol>> _handing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, MemberValues> _values = new(SymbolEqualityComparer.Default);

    public AmbientValues(FlowEngine engine)
    {
        _engine = engine;
        _shared = new SharedObjects(engine, this);
    }

    /// <summary>What the place holds, by what the code puts there.</summary>
    /// <param name="type">The type whose <c>this</c> is meant.</param>
    /// <param name="input">The place.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <param name="isEntry">Nobody calls the method that reads it.</param>
    public FlowValue Of(INamedTypeSymbol? type, FlowInput input, CancellationToken cancellationToken, bool isEntry = false)
    {
        if (input.Parameter == FlowInput.Static)
        {
            var member = input.Member!;
            return (_values.TryGetValue(member, out var known) ? known : _values.GetOrAdd(member, OfStatic(member, cancellationToken))).Find(input);
        }

        var value = FlowValue.Unknown;
        var found = false;
        for (var owner = type?.OriginalDefinition; owner is { SpecialType: SpecialType.None } && owner.DeclaringSyntaxReferences.Length > 0; owner = owner.BaseType?.OriginalDefinition)
        {
            var held = (_values.TryGetValue(owner, out var known) ? known : _values.GetOrAdd(owner, OfThis(owner, cancellationToken))).Find(input);
            value = found ? value.Join(held) : held;
            found |= !held.IsBlank || held.IsGuarded;
            if (_shared.Of(owner, input, cancellationToken, isEntry) is { IsBlank: false } shared)
            {
                value = value.Join(shared.WithoutInitial());
                found = true;
            }
        }

        return value.Through(input.Passing);
    }

    private MemberValues OfThis(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var values = new MemberValues();
        var names = NamesOfMembers(type);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (MayTouchThis(method, names, cancellationToken) && _engine.SummaryOf(method, new SummaryRun(), cancellationToken) is { } summary)
            {
                Collect(summary, values, site => site is { Parameter: FlowInput.This, Path.Length: 0 });
            }
        }

        return Settled(values);
    }

    private static HashSet<string> NamesOfMembers(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Name), StringComparer.Ordinal);
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            names.UnionWith(owner.GetMembers().Select(member => member.Name));
        }

        return names;
    }

    // A method that names no member of its object, nor the object, puts nothing there: it need not be analysed for that.
    private static bool MayTouchThis(IMethodSymbol method, HashSet<string> names, CancellationToken cancellationToken) =>
        method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)
        || method.DeclaringSyntaxReferences.Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? []).Any(reference =>
            reference.GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration
            || Bodies(declaration).SelectMany(body => body.DescendantTokens()).Any(token =>
                token.IsKind(SyntaxKind.ThisKeyword) || token.IsKind(SyntaxKind.BaseKeyword) || (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))));

    private static IEnumerable<SyntaxNode> Bodies(MethodDeclarationSyntax method) => new SyntaxNode?[] { method.Body, method.ExpressionBody }.OfType<SyntaxNode>();

    private MemberValues OfStatic(ISymbol member, CancellationToken cancellationToken)
    {
        var values = new MemberValues();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new Queue<string>([member.Name]);
        while (names.Count > 0 && seen.Count < MostNames)
        {
            var name = names.Dequeue();
            foreach (var method in seen.Add(name) ? MethodsThatMention(name, cancellationToken) : [])
            {
                // What it puts there may be what it was given: its callers know.
                if (_engine.SummaryOf(method, new SummaryRun(), cancellationToken) is { } summary && (CollectStatic(summary, member, values) | Gives(summary, member)))
                {
                    names.Enqueue(method.AssociatedSymbol?.Name ?? method.Name);
                }
            }
        }

        var analysis = new MethodAnalysis(_engine, member, new SummaryRun(), cancellationToken);
        foreach (var graph in _engine.Bodies.InitializerOf(member, analysis.Budget, cancellationToken))
        {
            var summary = analysis.Run([graph]);
            foreach (var entry in summary.Statics)
            {
                Add(values, string.Empty, entry.Value);
                CollectSites(summary, entry.Value, string.Empty, values, 0);
            }
        }

        return Settled(values);
    }

    // public static Session Current => s_instance;
    private static bool Gives(FlowSummary summary, ISymbol member) =>
        summary.Return.Inputs.Any(input => input.Parameter == FlowInput.Static && input.Path.Length == 0 && SymbolEqualityComparer.Default.Equals(input.Member, member));

    private static bool CollectStatic(FlowSummary summary, ISymbol member, MemberValues values)
    {
        var before = values.InputCount();
        foreach (var entry in summary.Statics)
        {
            if (SymbolEqualityComparer.Default.Equals(entry.Key.OriginalDefinition, member))
            {
                Add(values, string.Empty, entry.Value);
                CollectSites(summary, entry.Value, string.Empty, values, 0);
            }
        }

        Collect(summary, values, site => site is { Parameter: FlowInput.Static } && SymbolEqualityComparer.Default.Equals(site.Member, member));
        return values.InputCount() > before;
    }

    public IReadOnlyList<IMethodSymbol> MethodsThatMention(string name, CancellationToken cancellationToken) => _mentioning.TryGetValue(name, out var known)
        ? known
        : _mentioning.GetOrAdd(name, MethodsThat(name, _ => true, cancellationToken));

    /// <summary>The methods that add a handler to an event of the name, or give something to a method of the name.</summary>
    public IReadOnlyList<IMethodSymbol> MethodsThatHandTo(string name, CancellationToken cancellationToken) => _handing.TryGetValue(name, out var known)
        ? known
        : _handing.GetOrAdd(name, MethodsThat(name, declaration => declaration.DescendantNodes().Any(node => HandsTo(node, name)), cancellationToken));

    private IReadOnlyList<IMethodSymbol> MethodsThat(string name, Func<SyntaxNode, bool> isMeant, CancellationToken cancellationToken) =>
        [.. _engine.Compilation.SyntaxTrees.SelectMany(tree => TreeNames.Mentioning(tree, name)).Where(isMeant)
            .Select(declaration => _engine.Bodies.MethodAt(declaration, cancellationToken)).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];

    private static bool HandsTo(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } added => SourceIndex.NameOf(added.Left) == name,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call => SourceIndex.NameOf(call.Expression) == name,
        _ => false,
    };

    private static void Collect(FlowSummary summary, MemberValues values, Func<FlowInput, bool> isRoot)
    {
        foreach (var site in summary.Heap)
        {
            if (summary.Sites[site.Key].Input is { } input && isRoot(input with { Path = string.Empty }) && input.Parameter < 0)
            {
                CollectMembers(summary, site.Key, input.Path, values, 0);
            }
        }
    }

    public static void CollectMembers(FlowSummary summary, int site, string path, MemberValues values, int depth, Func<string, bool>? isMeant = null)
    {
        if (depth >= 3 || !summary.Heap.TryGetValue(site, out var members))
        {
            return;
        }

        foreach (var member in isMeant is null ? members : members.Where(member => isMeant(member.Key)))
        {
            var place = path.Length == 0 ? member.Key : path + "/" + member.Key;
            Add(values, place, member.Value);
            CollectSites(summary, member.Value, place, values, depth + 1);
        }
    }

    private static void CollectSites(FlowSummary summary, FlowValue value, string path, MemberValues values, int depth)
    {
        foreach (var site in value.Sites)
        {
            if (summary.Sites[site].Kind != FlowSiteKind.Function)
            {
                CollectMembers(summary, site, path, values, depth);
            }
        }
    }

    private static void Add(MemberValues values, string place, FlowValue value) =>
        values.Add(place, value.AsText(FlowForm.Value).WithoutInitial().WithSites([]));

    /// <summary>Follows members that are copies of other members of the same object, and leaves out what callers give.</summary>
    private static MemberValues Settled(MemberValues values)
    {
        var copies = new List<(string Place, FlowInput From)>();
        foreach (var place in values.Places)
        {
            copies.AddRange(values[place].Inputs.Where(input => input.Parameter == FlowInput.This && !string.Equals(input.Path, place, StringComparison.Ordinal)).Select(input => (place, input)));
            values[place] = values[place].WithoutInputs();
        }

        var news = true;
        for (var round = 0; round < MostRounds && news; round++)
        {
            news = false;
            var known = new MemberValues(values);
            foreach (var (place, from) in copies)
            {
                var before = values[place];
                var joined = before.Join(known.Find(from).Through(from.Passing));
                if (!joined.Equals(before))
                {
                    values[place] = joined;
                    news = true;
                }
            }
        }

        return values;
    }
}
