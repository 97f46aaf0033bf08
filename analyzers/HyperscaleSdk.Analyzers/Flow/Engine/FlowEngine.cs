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
    private const int MostRounds = 6;

    private readonly ConcurrentDictionary<IMethodSymbol, FlowSummary> _summaries = new(SymbolEqualityComparer.Default);
    private readonly Lazy<TypeHierarchy> _hierarchy;

    public FlowEngine(Compilation compilation, AiTypes types)
    {
        Compilation = compilation;
        Types = types;
        Bodies = new MethodBodies(compilation);
        Constants = new ConstantMembers(compilation);
        Ambient = new AmbientValues(this);
        _hierarchy = new Lazy<TypeHierarchy>(() => new TypeHierarchy(compilation));
    }

    public Compilation Compilation { get; }

    /// <summary>The project is a service: its console is a log.</summary>
    public bool ConsoleIsLog { get; init; }

    public AiTypes Types { get; }

    public PersonalDataSources Sources { get; } = new();

    public MethodBodies Bodies { get; }

    public ConstantMembers Constants { get; }

    public AmbientValues Ambient { get; }

    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, ITypeSymbol? exact) => _hierarchy.Value.TargetsOf(method, exact);

    /// <summary>Analyses a body that the compiler hands out.</summary>
    public FlowSummary Analyze(ControlFlowGraph graph, ISymbol owner, CancellationToken cancellationToken) =>
        owner is IMethodSymbol method && SummaryOf(method.OriginalDefinition, new SummaryRun(), cancellationToken, graph) is { } summary
            ? summary
            : new MethodAnalysis(this, owner, new SummaryRun(), cancellationToken).Run([graph]);

    /// <summary>The summary of one of the compilation's methods; null when it has no body or the calls are too deep.</summary>
    public FlowSummary? SummaryOf(IMethodSymbol method, SummaryRun run, CancellationToken cancellationToken, ControlFlowGraph? graph = null)
    {
        if (_summaries.TryGetValue(method, out var known) || run.Tentative.TryGetValue(method, out known))
        {
            return known;
        }

        if (run.Running(method) is { } running)
        {
            return running;
        }

        if (run.Depth >= FlowBudget.DeepestCall)
        {
            run.IsCut = true;
            return null;
        }

        return Make(method, run, graph, cancellationToken);
    }

    private FlowSummary? Make(IMethodSymbol method, SummaryRun run, ControlFlowGraph? graph, CancellationToken cancellationToken)
    {
        graph ??= Bodies.GraphOf(method, cancellationToken);
        if (graph is null && method.MethodKind != MethodKind.Constructor)
        {
            return null;
        }

        var frame = run.Push(method);
        var summary = frame.Current;
        for (var round = 0; round < MostRounds; round++)
        {
            frame.Outermost = int.MaxValue;
            run.HasNews &= run.Depth > 1;
            var before = frame.Current;
            summary = new MethodAnalysis(this, method, run, cancellationToken).RunMethod(method, graph);
            var calledItself = frame.Outermost == frame.Index;
            if (frame.Outermost < frame.Index)
            {
                // Part of a recursion that begins further out: the method out there goes round.
                run.HasNews |= !summary.SaysTheSameAs(before);
                run.LastRound[method] = summary;
                break;
            }

            if (!calledItself || (summary.SaysTheSameAs(before) && !run.HasNews))
            {
                break;
            }

            frame.Current = summary;
            run.Tentative.Clear();
        }

        var isHead = frame.IsHead;
        run.Pop();
        if (!isHead)
        {
            run.Tentative[method] = summary;
        }
        else if (!run.IsCut)
        {
            run.Tentative.Clear();
            _summaries.TryAdd(method, summary);
        }

        return summary;
    }
}
