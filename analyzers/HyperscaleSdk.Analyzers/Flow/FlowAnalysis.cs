using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Follows personal data through one method body, its lambdas and its local functions, to AI calls.</summary>
internal sealed class FlowAnalysis
{
    private readonly Dictionary<(SyntaxNode Call, SyntaxNode Argument), FlowSink> _sinks = [];
    private readonly Dictionary<SyntaxNode, FlowValue> _evaluated = [];
    private readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;

    private FlowAnalysis(AiTypes types, PersonalDataSources sources, Compilation compilation, CancellationToken cancellationToken)
    {
        Types = types;
        Sources = sources;
        Compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    public AiTypes Types { get; }

    public PersonalDataSources Sources { get; }

    public Compilation Compilation { get; }

    public FlowSites Sites { get; } = new();

    public FlowBudget Budget { get; } = new();

    /// <summary>The AI calls that personal data reaches.</summary>
    public IEnumerable<FlowSink> Sinks => _sinks.Values;

    public static FlowAnalysis Run(ControlFlowGraph graph, AiTypes types, PersonalDataSources sources, Compilation compilation, CancellationToken cancellationToken)
    {
        var analysis = new FlowAnalysis(types, sources, compilation, cancellationToken);
        analysis.Analyze(graph, new FlowState());
        return analysis;
    }

    /// <summary>What the expression at this place was found to hold, when it holds personal data.</summary>
    public FlowValue? ValueAt(SyntaxNode syntax) => _evaluated.TryGetValue(syntax, out var value) ? value : null;

    public void Record(SyntaxNode syntax, FlowValue value)
    {
        if (!value.Origins.IsEmpty)
        {
            _evaluated[syntax] = _evaluated.TryGetValue(syntax, out var known) ? known.Join(value) : value;
        }
    }

    public void Report(AiCall call, SyntaxNode argument, ImmutableArray<FlowOrigin> origins) =>
        _sinks[(call.Invocation.Syntax, argument)] = new FlowSink(call, argument, origins);

    /// <summary>Runs a lambda or local function on the values of a call.</summary>
    public FlowValue Call(FlowFunction function, IReadOnlyList<FlowValue> arguments, FlowState state)
    {
        if (_running.Count >= FlowBudget.DeepestCall || !_running.Add(function.Symbol))
        {
            return FlowValue.Unknown;
        }

        var entry = state.Clone();
        for (var i = 0; i < function.Symbol.Parameters.Length; i++)
        {
            entry.Set(function.Symbol.Parameters[i], i < arguments.Count ? arguments[i] : FlowValue.Unknown);
        }

        var (exit, result) = Analyze(function.Graph(_cancellationToken), entry);
        state.JoinFrom(exit);
        _running.Remove(function.Symbol);
        return result;
    }

    private (FlowState Exit, FlowValue Result) Analyze(ControlFlowGraph graph, FlowState entry)
    {
        var states = new FlowState?[graph.Blocks.Length];
        var visits = new int[graph.Blocks.Length];
        var pending = new SortedSet<int> { 0 };
        var evaluator = new FlowEvaluator(this, graph);
        states[0] = entry;

        while (pending.Count > 0 && !Budget.IsExhausted)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var ordinal = pending.Min;
            pending.Remove(ordinal);
            var block = graph.Blocks[ordinal];
            if (!block.IsReachable || ++visits[ordinal] > FlowBudget.VisitsPerBlock)
            {
                continue;
            }

            var state = states[ordinal]!.Clone();
            evaluator.Visit(block, state);
            foreach (var successor in FlowSuccessors.Of(graph, block, evaluator))
            {
                if (states[successor] is not { } known)
                {
                    states[successor] = state.Clone();
                    pending.Add(successor);
                }
                else if (known.JoinFrom(state))
                {
                    pending.Add(successor);
                }
            }
        }

        return (states[graph.Blocks.Length - 1] ?? entry, evaluator.Result);
    }
}
