using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Follows data through one method body, its lambdas and its local functions.</summary>
internal sealed partial class MethodAnalysis(FlowEngine engine, ISymbol owner, SummaryRun run, CancellationToken cancellationToken)
{
    private readonly Dictionary<FlowHitPlace, FlowHit> _hits = [];
    private readonly Stack<IMethodSymbol> _functions = [];
    private readonly ISymbol _owner = owner;
    private readonly SummaryRun _run = run;
    private readonly Stack<(IOperation Call, SyntaxNode Body)> _callsOutside = [];
    private Dictionary<SyntaxNode, HashSet<FlowPlace>>? _overwritten;
    private CallerFacts _facts = CallerFacts.None;

    // Where exceptions leave the method, which is not its exit.
    private FlowState? _raised;

    public FlowEngine Engine { get; } = engine;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public FlowSites Sites { get; } = new();

    public FlowBudget Budget { get; } = new();

    public FlowValues Values { get; } = new();

    public PromptVariables Prompts { get; } = new();

    /// <summary>The method whose summary is made; null for the value of a field.</summary>
    public IMethodSymbol? Method => _owner as IMethodSymbol;

    public FlowValue Incoming(FlowInput place, ITypeSymbol? type)
    {
        var value = FlowValue.From(place);
        return TextCarriers.HasNoParts(type)
            ? value
            : value.WithSite(Sites.Incoming(place));
    }

    public FlowValue This(ITypeSymbol? type) => Incoming(new FlowInput(FlowInput.This, null, string.Empty, FlowForm.Value, uint.MaxValue), type);

    public FlowSummary? SummaryOf(IMethodSymbol method) => Engine.SummaryOf(method, _run, CancellationToken);

    /// <summary>Bodies that are not methods: the values of fields and properties.</summary>
    public FlowSummary Run(IEnumerable<ControlFlowGraph> graphs)
    {
        var state = new FlowState();
        var result = FlowValue.Clean;
        foreach (var graph in graphs)
        {
            (state, result, _) = Analyze(graph, state, This(_owner.ContainingType));
        }

        return Summarize(state, result, null);
    }

    public FlowSummary RunMethod(IMethodSymbol method, ControlFlowGraph? graph)
    {
        var state = new FlowState();
        var self = This(method.ContainingType);
        var parameters = MethodBodies.ImplementationOf(method).Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var place = new FlowInput(i, null, string.Empty, FlowForm.Value, uint.MaxValue);
            state.Set(parameter, parameter.RefKind == RefKind.Out ? FlowValue.Clean : Incoming(place, parameter.Type));
        }

        if (method is { MethodKind: MethodKind.Constructor, IsStatic: false } && !CallsOtherConstructor(method))
        {
            state = RunInitializers(method, state, self, isPrimary: IsPrimary(method));
            state = RunBase(method, state, self);
        }

        if (graph is null)
        {
            return Summarize(state, self, method);
        }

        (var exit, var result, _raised) = Analyze(graph, state, self);
        return Summarize(exit, result, method);
    }

    /// <summary>The place lies in the method itself.</summary>
    public bool IsOwn(Location place) => _owner.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == place.SourceTree && declaration.Span.Contains(place.SourceSpan));

    private bool IsOwn(SyntaxNode node) => _owner.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span));

    /// <summary>A call of a private method leaves something in places, or has cleared them: on every visit of the call.</summary>
    public void Give(SyntaxNode call, IEnumerable<FlowPlace> cleared)
    {
        _overwritten ??= [];
        if (_overwritten.TryGetValue(call, out var before))
        {
            before.IntersectWith(cleared);
        }
        else
        {
            _overwritten[call] = [.. cleared];
        }
    }

    public void CountSink(SyntaxNode call) => Engine.Counts.AddSink(call);

    public void Report(FlowHit hit)
    {
        if (_callsOutside.Count > 0 && !IsOwn(hit.At))
        {
            // Found in a body that was run in the place of a call: the call is what this method can change. What that body itself reads is reported there.
            var (call, body) = _callsOutside.Peek();
            hit = hit with { At = ArgumentWith(call, hit.Value) ?? call.Syntax, Value = hit.Value.Map(origin => origin.Read.SourceTree == body.SyntaxTree && body.Span.Contains(origin.Read.SourceSpan) ? null : origin) };
            if (hit.Value.IsBlank && hit.Host is null)
            {
                return;
            }

            Values.Record(hit.At, hit.Value);
        }

        var key = FlowHitPlace.Of(hit);
        _hits[key] = _hits.TryGetValue(key, out var known) && ReferenceEquals(known.Sink.Syntax, hit.Sink.Syntax)
            ? known with { Value = known.Value.Join(hit.Value), Ambient = known.Ambient is null ? null : hit.Ambient }
            : hit;
    }

    /// <summary>Runs a body until nothing new is found.</summary>
    /// <returns>What holds at its end; what it returns; what holds where exceptions leave it, null where none does.</returns>
    private (FlowState Exit, FlowValue Result, FlowState? Raised) Analyze(ControlFlowGraph graph, FlowState entry, FlowValue self)
    {
        // Of each block as many states as there are ways to it that are told apart.
        var paths = FlowPaths.In(graph, _facts.Flags);
        var width = paths is null ? 1 : FlowPaths.Most;
        var states = new FlowState?[graph.Blocks.Length * width];
        var visits = new int[states.Length];
        var start = paths?.Start ?? 0;
        var pending = new SortedSet<int> { start };
        var evaluator = new FlowEvaluator(this, graph, self, paths);
        var successors = new FlowSuccessors(graph);
        FlowState? raised = null;
        states[start] = entry;

        while (pending.Count > 0 && !Budget.IsExhausted)
        {
            CancellationToken.ThrowIfCancellationRequested();
            var visited = pending.Min;
            pending.Remove(visited);
            var block = graph.Blocks[visited / width];
            if (!block.IsReachable || ++visits[visited] > FlowBudget.VisitsPerBlock)
            {
                continue;
            }

            var path = paths?.After(block, visited % width) ?? 0;
            var state = states[visited]!.Clone();
            evaluator.Visit(block, state, path);
            if (evaluator.Raised(block, states[visited]!.Thrown) is { } leaving)
            {
                raised?.JoinFrom(leaving);
                raised ??= leaving;
            }

            foreach (var (successor, condition, mayBeRaised, step) in successors.Of(block, evaluator))
            {
                if (step == FlowStep.Resumed && paths?.IsRaised(path) == true)
                {
                    // The finally block was entered by an exception: it leaves by it.
                    continue;
                }

                var taken = condition is { } outcome ? evaluator.Narrowed(state, block.BranchValue!, outcome) : state;
                if (!mayBeRaised && taken.Thrown is not null)
                {
                    taken = taken.WithoutThrown();
                }

                var next = (successor * width) + (paths is null ? 0
                    : step is FlowStep.Caught or FlowStep.Unwound ? paths.Raised(path, isFinally: step == FlowStep.Unwound)
                    : condition is { } known ? paths.On(path, block.BranchValue!, known, evaluator.CountTaken(block.BranchValue!) is not null)
                    : path);
                if (states[next] is null)
                {
                    states[next] = taken.Clone();
                    pending.Add(next);
                }
                else if (states[next]!.JoinFrom(taken))
                {
                    pending.Add(next);
                }
            }
        }

        return (Joined(states, (graph.Blocks.Length - 1) * width) ?? entry, evaluator.Result, raised);
    }

    private static FlowState? Joined(FlowState?[] states, int first)
    {
        FlowState? joined = null;
        for (var i = first; i < states.Length; i++)
        {
            if (joined is null)
            {
                joined = states[i];
            }
            else if (states[i] is { } other)
            {
                joined.JoinFrom(other);
            }
        }

        return joined;
    }

    private FlowSummary Summarize(FlowState exit, FlowValue result, IMethodSymbol? method)
    {
        var sent = Prompts.Sent();
        foreach (var (sink, at, variable, members) in Prompts.AreLogged ? Prompts.Found(sent) : [])
        {
            var origin = new FlowOrigin(FlowLabel.ModelOutput, PersonalDataConfidence.Medium, variable.Name, at.GetLocation(), Declaration: null);
            Values.Record(at, FlowValue.Of(origin));
            Report(new FlowHit(sink, at, FlowValue.Of(origin), FlowValue.Unknown, Host: null) { SentElsewhere = members });
        }

        var outs = new SortedList<int, FlowValue>();
        foreach (var parameter in method is null ? [] : MethodBodies.ImplementationOf(method).Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && exit.Get(parameter) is { } value)
            {
                outs[parameter.Ordinal] = value;
            }
        }

        var statics = exit.Variables.Where(variable => variable.Key is IFieldSymbol or IPropertySymbol or IEventSymbol).OrderBy(variable => variable.Key.ToDisplayString(), System.StringComparer.Ordinal).ToImmutableArray();
        var roots = outs.Values.Concat(statics.Select(entry => entry.Value)).Append(result).Append(_raised?.Thrown ?? FlowValue.Clean);
        var heap = new FlowHeap(exit, Sites).From(roots).WithThrown(_raised);
        var places = _hits.Keys.ToList();
        places.Sort(FlowHitPlace.Compare);
        ImmutableArray<FlowHit> hits = [.. places.Select(place => _hits[place])];
        return new FlowSummary
        {
            Return = result,
            Outs = outs,
            Statics = statics,
            Heap = heap.Members,
            Captured = Captured(exit, heap.Functions),
            Sites = Sites,
            Thrown = _raised?.Thrown,
            Overwritten = _overwritten,
            Sent = sent.Count == 0 ? [] : [.. sent.Where(variable => PromptVariables.IsMember(variable) || variable is IParameterSymbol)],
            Hits = hits,
            Values = hits.Any(hit => !hit.Value.Origins.IsEmpty || hit.Value.Inputs.Any(input => input.Parameter < 0)) ? Values : FlowValues.None,
            IsTruncated = Budget.IsTruncated || heap.IsCut,
        };
    }

    // Of the methods that the functions are written in.
    private static ImmutableArray<KeyValuePair<ISymbol, FlowValue>> Captured(FlowState exit, List<FlowFunction> functions)
    {
        var owners = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var function in functions)
        {
            for (ISymbol? owner = function.Owner is null ? null : function.Symbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
            {
                owners.Add(owner);
            }
        }

        return owners.Count == 0 ? [] : [.. exit.Variables.Where(variable => variable.Key is ILocalSymbol or IParameterSymbol && owners.Contains(variable.Key.ContainingSymbol))];
    }
}
