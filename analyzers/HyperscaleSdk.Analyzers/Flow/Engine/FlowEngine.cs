using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Follows data through the methods of one compilation. Each method is analysed once; calls use its summary.</summary>
internal sealed class FlowEngine
{
    private const int LargeCircle = 8;

    private readonly ConcurrentDictionary<IMethodSymbol, FlowSummary> _summaries = new(SymbolEqualityComparer.Default);
    private readonly object _largeCircles = new();
    private readonly Lazy<TypeHierarchy> _hierarchy;
    private readonly Lazy<bool> _injectsGuarded;

    public FlowEngine(Compilation compilation, AiTypes types)
    {
        Compilation = compilation;
        Types = types;
        Owners = new CodeOwners(compilation);
        Bodies = new MethodBodies(compilation, Owners);
        Referenced = new ReferencedSummaries(compilation);
        Constants = new ConstantMembers(this);
        Kept = new KeptTypes(Bodies);
        _injectsGuarded = new Lazy<bool>(() => GuardedRegistrations.AreAll(compilation));
        HttpClients = new NamedHttpClients(compilation);
        Clients = ClientGraph.Of(compilation);
        Ambient = new AmbientValues(this);
        Calls = new CallGraph(this);
        Masks = new TextMasks(this);
        CallerTypes = new CallerTypes(this);
        OwnClients = new OwnClients(this);
        Overwritten = new OverwrittenPlaces(this);
        SentMembers = new SentMembers(this);
        _hierarchy = new Lazy<TypeHierarchy>(() => new TypeHierarchy(compilation, Bodies));
    }

    public Compilation Compilation { get; }

    /// <summary>The project is a service: its console is a log.</summary>
    public bool ConsoleIsLog { get; init; }

    public AiTypes Types { get; }

    public PersonalDataSources Sources { get; } = new();

    public CodeOwners Owners { get; }

    public MethodBodies Bodies { get; }

    /// <summary>What referenced assemblies say about their methods.</summary>
    public ReferencedSummaries Referenced { get; }

    public ConstantMembers Constants { get; }

    public KeptTypes Kept { get; }

    public CallGraph Calls { get; }

    public AmbientValues Ambient { get; }

    /// <summary>What the project's own masks take away.</summary>
    public TextMasks Masks { get; }

    public CallerTypes CallerTypes { get; }

    public OwnClients OwnClients { get; }

    public OverwrittenPlaces Overwritten { get; }

    public SentMembers SentMembers { get; }

    /// <summary>Whatever client is injected has the personal-data guard.</summary>
    public bool InjectsGuardedClients => _injectsGuarded.Value;

    public NamedHttpClients HttpClients { get; }

    /// <summary>How injected clients were built.</summary>
    public ClientGraph Clients { get; }

    public FlowCounts Counts { get; } = new();

    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, ITypeSymbol? exact) => _hierarchy.Value.TargetsOf(method, exact);

    /// <summary>Analyses a body that the compiler hands out.</summary>
    /// <param name="code">The body.</param>
    /// <param name="graph">Makes the body's graph; asked only where the engine has none of its own.</param>
    /// <param name="owner">The member.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    public FlowSummary Analyze(SyntaxNode code, Func<ControlFlowGraph> graph, ISymbol owner, CancellationToken cancellationToken)
    {
        if (owner is IMethodSymbol method && SummaryOf(method.OriginalDefinition, new SummaryRun(), cancellationToken) is { } summary)
        {
            return summary;
        }

        var analysis = new MethodAnalysis(this, owner, new SummaryRun(), cancellationToken);
        return analysis.Run(FlowGraphs.Make(code, graph, analysis.Budget) is { } made ? [made] : []);
    }

    /// <summary>The summary of one of the compilation's methods; null when it has no body.</summary>
    public FlowSummary? SummaryOf(IMethodSymbol method, SummaryRun run, CancellationToken cancellationToken)
    {
        if (_summaries.TryGetValue(method, out var known))
        {
            return known;
        }

        if (run.Find(method) is { } found)
        {
            return found;
        }

        if (run.Depth >= FlowBudget.DeepestRequest || !(Bodies.HasBody(method) || method.MethodKind == MethodKind.Constructor))
        {
            return null;
        }

        run.Depth++;
        FlowSummary? summary = null;
        foreach (var circle in Calls.ComponentsFrom(method, called => _summaries.ContainsKey(called) || run.IsMaking(called), cancellationToken))
        {
            summary = Solve(circle, method, run, cancellationToken) ?? summary;
        }

        run.Depth--;
        return summary;
    }

    /// <returns>The summary of <paramref name="wanted"/>, when it is part of the circle.</returns>
    private FlowSummary? Solve(ImmutableArray<IMethodSymbol> circle, IMethodSymbol wanted, SummaryRun run, CancellationToken cancellationToken)
    {
        // Threads that come to the same large circle do not all make it. The lock is taken again by circles on the way.
        lock (circle.Length < LargeCircle ? new object() : _largeCircles)
        {
            lock (_summaries)
            {
                if (_summaries.ContainsKey(circle[0]))
                {
                    return _summaries.TryGetValue(wanted, out var known) ? known : null;
                }
            }

            var made = new SummaryCircle(this, circle, run);
            made.Solve(cancellationToken);
            return Publish(made, wanted, run);
        }
    }

    private FlowSummary? Publish(SummaryCircle made, IMethodSymbol wanted, SummaryRun run)
    {
        var isFinal = made.Needs.Count == 0 || !run.IsInCircle;
        if (!isFinal)
        {
            run.JoinAround(made, wanted);
        }

        FlowSummary? result = null;
        lock (_summaries)
        {
            // A circle at once: the summaries of one circle come from one thread.
            foreach (var member in made.Members)
            {
                var summary = isFinal ? _summaries.GetOrAdd(member.Method, member.Summary!) : member.Summary;
                result = SymbolEqualityComparer.Default.Equals(member.Method, wanted) ? summary : result;
            }
        }

        return result;
    }
}
