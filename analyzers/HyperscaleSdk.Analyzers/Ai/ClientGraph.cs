using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>
/// Follows clients of one compilation back to what made them, across methods, types and files. Steps are found on demand and
/// kept; each is a function of the source alone, so the answers do not depend on the order of threads.
/// </summary>
internal sealed class ClientGraph(Compilation compilation, AiTypes types)
{
    private const int MaxVisits = 4000;

    private static readonly ConditionalWeakTable<Compilation, ClientGraph> Known = new();

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ClientSource>> _symbols = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ClientSource>> _summaries = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, ISymbol?> _created = new();
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _clients = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types = new(() => [.. TypesOf(compilation.Assembly.GlobalNamespace)]);
    private ServiceRegistrations? _registrations;

    public Compilation Compilation { get; } = compilation;

    public AiTypes Types { get; } = types;

    public SourceIndex Index { get; } = new(compilation);

    /// <summary>The graph of a compilation: all rules share what is found.</summary>
    public static ClientGraph Of(Compilation compilation) => Known.GetValue(compilation, static made => new ClientGraph(made, AiTypes.ResolveOrEmpty(made)));

    /// <summary>The types of this assembly.</summary>
    public ImmutableArray<INamedTypeSymbol> AssemblyTypes => _types.Value;

    public ServiceRegistrations Registrations =>
        _registrations ?? Interlocked.CompareExchange(ref _registrations, new ServiceRegistrations(this), null) ?? _registrations;

    public ClientChain Trace(IOperation client, CancellationToken cancellationToken) =>
        Trace(expressions => expressions.Expand(client, ClientMarks.None), OwnerOf(client.SemanticModel, client.Syntax, cancellationToken), cancellationToken);

    public ClientChain Trace(SyntaxNode client, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetOperation(client, cancellationToken) is { } operation ? Trace(operation, cancellationToken) : new ClientChain();

    /// <summary>Says whether what made the client talks to this machine only, without looking into service containers.</summary>
    internal bool IsHarmless(IOperation client, CancellationToken cancellationToken) =>
        Trace(expressions => expressions.Expand(client, ClientMarks.None), owner: null, cancellationToken, followsServices: false).IsHarmless;

    /// <summary>Traces what a registration puts into the container.</summary>
    public ClientChain Trace(ServiceRegistration registration, CancellationToken cancellationToken) =>
        Trace(expressions => expressions.AddAll(registration.Sources), registration.Owner, cancellationToken);

    /// <summary>The model of another file: within an analyzer run the compiler hands out the one that it has already bound.</summary>
    public SemanticModel Model(SyntaxTree tree) => Compilation.GetSemanticModel(tree);

    /// <summary>Says whether a type is a client, found out once for each type: it is asked of every argument.</summary>
    internal bool IsClient(ITypeSymbol type) => type.SpecialType == SpecialType.None
        && (_clients.TryGetValue(type, out var known) ? known : _clients.GetOrAdd(type, ClientTypes.IsClient(type, Types)));

    /// <summary>The constructor that a creation runs, bound once.</summary>
    internal ISymbol? Created(SyntaxNode creation, CancellationToken cancellationToken) => _created.TryGetValue(creation, out var known)
        ? known
        : _created.GetOrAdd(creation, Model(creation.SyntaxTree).GetSymbolInfo(creation, cancellationToken).Symbol?.OriginalDefinition);

    public bool IsInSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly) && symbol.DeclaringSyntaxReferences.Length > 0;

    /// <summary>What a method of this assembly returns: parameters of its own, and places outside of it.</summary>
    internal ImmutableArray<ClientSource> Summary(IMethodSymbol method, ClientExpressions asking)
    {
        var definition = method.OriginalDefinition;
        if (_summaries.TryGetValue(definition, out var known))
        {
            return known;
        }

        var summary = asking.Summarise(definition, out var complete);
        return complete ? _summaries.GetOrAdd(definition, summary) : summary;
    }

    internal ImmutableArray<ClientSource> SourcesOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (_symbols.TryGetValue(symbol, out var known))
        {
            return known;
        }

        var found = new ClientExpressions(this, cancellationToken);
        new ClientPlaces(this, found, cancellationToken).Visit(symbol);
        return _symbols.GetOrAdd(symbol, found.ToSources());
    }

    private ClientChain Trace(Action<ClientExpressions> start, INamedTypeSymbol? owner, CancellationToken cancellationToken, bool followsServices = true)
    {
        var chain = new ClientChain();
        var first = new ClientExpressions(this, cancellationToken);
        start(first);
        var seen = new HashSet<ClientSource>(SourceComparer.Instance);
        var waiting = new Queue<ClientSource>(first.ToSources());
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = waiting.Dequeue();
            if (!seen.Add(source))
            {
                continue;
            }

            if (seen.Count > MaxVisits)
            {
                chain.Truncate();
                break;
            }

            if (source.Origin is { } origin)
            {
                chain.Add(origin, source.Marks | (owner is null || IsMadeIn(owner, origin.Syntax) ? ClientMarks.None : ClientMarks.Elsewhere));
                continue;
            }

            if (source.Target is ServiceKey && !followsServices)
            {
                continue;
            }

            foreach (var next in Next(source, owner, cancellationToken))
            {
                waiting.Enqueue(next);
            }
        }

        return chain;
    }

    private IEnumerable<ClientSource> Next(ClientSource source, INamedTypeSymbol? owner, CancellationToken cancellationToken)
    {
        if (source.Target is ServiceKey key)
        {
            return Registrations.SourcesOf(key).Select(next => next.With(source.Marks | ClientMarks.Registered));
        }

        var symbol = source.Symbol!;
        var marks = source.Marks;
        if (symbol.ContainingType is { } type && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner))
        {
            marks |= ClientMarks.Elsewhere;
        }

        return SourcesOf(symbol, cancellationToken).Select(next => next.With(marks));
    }

    private static bool IsMadeIn(INamedTypeSymbol owner, SyntaxNode creation)
    {
        SyntaxNode type = (SyntaxNode?)creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? creation.SyntaxTree.GetRoot();
        return owner.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == type.SyntaxTree && reference.Span == type.Span);
    }

    private static INamedTypeSymbol? OwnerOf(SemanticModel? model, SyntaxNode node, CancellationToken cancellationToken) =>
        model?.GetEnclosingSymbol(node.SpanStart, cancellationToken) is { } symbol ? (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition : null;

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (var inner in TypesOf(nested))
                {
                    yield return inner;
                }
            }
        }
    }

    private sealed class SourceComparer : IEqualityComparer<ClientSource>
    {
        public static readonly SourceComparer Instance = new();

        public bool Equals(ClientSource x, ClientSource y) => x.Marks == y.Marks
            && (x.Symbol is { } symbol ? SymbolEqualityComparer.Default.Equals(symbol, y.Symbol) : Equals(x.Target, y.Target));

        public int GetHashCode(ClientSource source) =>
            (source.Symbol is { } symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : source.Target.GetHashCode()) * 31 + (int)source.Marks;
    }
}
