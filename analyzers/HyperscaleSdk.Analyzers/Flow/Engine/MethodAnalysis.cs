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
    private ImmutableDictionary<ISymbol, ITypeSymbol> _types = ImmutableDictionary.Create<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);

    private ImmutableDictionary<ISymbol, object> _given = ImmutableDictionary.Create<ISymbol, object>(SymbolEqualityComparer.Default);

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

    /// <summary>Runs a lambda or local function on the values of a call.</summary>
    public FlowValue Call(FlowFunction function, IReadOnlyList<FlowValue> arguments, FlowState state, IOperation at) =>
        function.Graph(Budget, CancellationToken) is { } graph ? Inline(function.Symbol, graph, arguments, function.Receiver, state, at, bound: function.Bound) : FlowValue.Unknown;

    /// <summary>Runs a body in the place of a call, on the values of that call.</summary>
    public FlowValue Inline(IMethodSymbol symbol, ControlFlowGraph graph, IReadOnlyList<FlowValue> arguments, FlowValue receiver, FlowState state, IOperation at, ImmutableDictionary<ISymbol, ITypeSymbol>? types = null, ImmutableArray<KeyValuePair<ISymbol, FlowValue>> bound = default, ImmutableDictionary<ISymbol, object>? given = null)
    {
        // A function that is made several times, such as a step around the next one, may run within itself.
        var isWithinItself = _functions.Contains(symbol, SymbolEqualityComparer.Default);
        if (_functions.Count >= FlowBudget.DeepestFunction || (isWithinItself && bound.IsDefaultOrEmpty))
        {
            return FlowValue.Unknown;
        }

        _functions.Push(symbol);
        var entry = state.CloneForFunction();
        foreach (var captured in bound.IsDefault ? [] : bound)
        {
            entry.Set(captured.Key, captured.Value);
        }

        var parameters = MethodBodies.ImplementationOf(symbol).Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            entry.Set(parameters[i], i < arguments.Count ? arguments[i] : FlowValue.Unknown);
        }

        var isForeign = !IsOwn(graph.OriginalOperation.Syntax) && IsOwn(at.Syntax);
        if (isForeign)
        {
            _callsOutside.Push((at, graph.OriginalOperation.Syntax));
        }

        var (typesAround, givenAround) = (_types, _given);
        _types = types is null ? _types : _types.SetItems(types);
        _given = given ?? _given;
        Sites.Enter(at.Syntax);
        var (exit, result, raised) = Analyze(graph, entry, receiver);
        Sites.Leave();
        state.JoinFrom(exit.CloneForFunction());
        if (raised is not null)
        {
            state.JoinFrom(raised);
        }

        (_types, _given) = (typesAround, givenAround);
        _functions.Pop();
        if (isForeign)
        {
            _callsOutside.Pop();
        }

        return result;
    }

    /// <summary>The type that a type parameter stands for in a body that is run in the place of a call; else the type itself.</summary>
    public ITypeSymbol TypeOf(ITypeSymbol type) => _types.TryGetValue(type, out var known) ? known : type;

    /// <summary>A body is run in the place of a call.</summary>
    public bool IsInPlaceOfCall => _functions.Count > 0;

    /// <summary>The call in whose place a body of another method is run; null outside of one.</summary>
    public IOperation? CallOutside => _callsOutside.Count > 0 ? _callsOutside.Peek().Call : null;

    /// <summary>The exact type of what a parameter is given, in a body that is run in the place of a call; null when it is not known.</summary>
    public ITypeSymbol? TypeOf(IParameterSymbol parameter) => _types.TryGetValue(parameter, out var known) ? known : null;

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

    private SyntaxNode? ArgumentWith(IOperation call, FlowValue value) => call is not IInvocationOperation invocation ? null
        : invocation.Arguments.Select(argument => argument.Value.Syntax).FirstOrDefault(argument => Values.At(argument) is { } given && given.Origins.Any(origin => value.Origins.Contains(origin)));

    private FlowState RunInitializers(IMethodSymbol constructor, FlowState state, FlowValue self, bool isPrimary)
    {
        foreach (var parameter in isPrimary ? constructor.Parameters : [])
        {
            state.Set(self.Sites[0], FlowMember.Captured(parameter), state.Get(parameter)!);
            if (constructor.ContainingType.IsRecord)
            {
                state.Set(self.Sites[0], parameter.Name, state.Get(parameter)!);
            }
        }

        foreach (var (_, graph) in Engine.Bodies.InitializersOf(constructor.ContainingType, Budget, CancellationToken))
        {
            (state, _, _) = Analyze(graph, state, self);
        }

        return state;
    }

    // class Letter : Document without ": base()": what the base type's members are declared with, and its constructor without parameters.
    private FlowState RunBase(IMethodSymbol constructor, FlowState state, FlowValue self)
    {
        if (CallsBase(constructor) || constructor.ContainingType.BaseType?.OriginalDefinition is not { SpecialType: SpecialType.None } ancestor || !Engine.Owners.Owns(ancestor)
            || ancestor.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)) is not { } called)
        {
            return state;
        }

        if (!CallsOtherConstructor(called))
        {
            state = RunInitializers(called, state, self, isPrimary: false);
            state = RunBase(called, state, self);
        }

        return Engine.Bodies.GraphOf(called, Budget, CancellationToken) is { } body ? Analyze(body, state, self).Exit : state;
    }

    private static bool CallsBase(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        ConstructorDeclarationSyntax { Initializer: { } } => true,
        TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.Any(type => type is PrimaryConstructorBaseTypeSyntax),
        _ => false,
    };

    private static bool IsPrimary(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax;

    private static bool CallsOtherConstructor(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 1
        && method.DeclaringSyntaxReferences[0].GetSyntax() is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.ValueText: "this" };

    /// <summary>Runs a body until nothing new is found.</summary>
    /// <returns>What holds at its end; what it returns; what holds where exceptions leave it, null where none does.</returns>
    private (FlowState Exit, FlowValue Result, FlowState? Raised) Analyze(ControlFlowGraph graph, FlowState entry, FlowValue self)
    {
        // Of each block as many states as there are ways to it that are told apart.
        var paths = FlowPaths.In(graph, _given);
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

            foreach (var (successor, condition, mayBeRaised) in successors.Of(block, evaluator))
            {
                var taken = condition is { } outcome ? evaluator.Narrowed(state, block.BranchValue!, outcome) : state;
                if (!mayBeRaised && taken.Thrown is not null)
                {
                    taken = taken.WithoutThrown();
                }

                var next = (successor * width) + (condition is { } known ? paths?.On(path, block.BranchValue!, known) ?? 0 : path);
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
        foreach (var (sink, at, variable) in Prompts.Found())
        {
            var origin = new FlowOrigin(FlowLabel.ModelOutput, PersonalDataConfidence.Medium, variable.Name, at.GetLocation(), Declaration: null);
            Values.Record(at, FlowValue.Of(origin));
            Report(new FlowHit(sink, at, FlowValue.Of(origin), FlowValue.Unknown, Host: null));
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
