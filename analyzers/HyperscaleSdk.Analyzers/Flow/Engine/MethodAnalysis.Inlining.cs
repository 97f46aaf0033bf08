using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Bodies that are run in the place of a call, because only the caller knows what they do.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Runs a lambda or local function on the values of a call.</summary>
    public FlowValue Call(FlowFunction function, IReadOnlyList<FlowValue> arguments, FlowState state, IOperation at) =>
        function.Graph(Budget, CancellationToken) is { } graph ? Inline(function.Symbol, graph, arguments, function.Receiver, state, at, new CallerFacts { Variables = function.Bound }) : FlowValue.Unknown;

    /// <summary>Runs a body in the place of a call, on the values of that call.</summary>
    public FlowValue Inline(IMethodSymbol symbol, ControlFlowGraph graph, IReadOnlyList<FlowValue> arguments, FlowValue receiver, FlowState state, IOperation at, CallerFacts facts)
    {
        // A function that is made several times, such as a step around the next one, may run within itself.
        var isWithinItself = _functions.Contains(symbol, SymbolEqualityComparer.Default);
        if (_functions.Count >= FlowBudget.DeepestFunction || (isWithinItself && facts.Variables.IsEmpty))
        {
            return FlowValue.Unknown;
        }

        _functions.Push(symbol);
        var entry = state.CloneForFunction();
        foreach (var captured in facts.Variables)
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

        var around = _facts;
        _facts = new CallerFacts { Types = around.Types.SetItems(facts.Types), Flags = facts.Flags };
        Sites.Enter(at.Syntax);
        var (exit, result, raised) = Analyze(graph, entry, receiver);
        Sites.Leave();
        state.JoinFrom(exit.CloneForFunction());
        if (raised is not null)
        {
            state.JoinFrom(raised);
        }

        _facts = around;
        _functions.Pop();
        if (isForeign)
        {
            _callsOutside.Pop();
        }

        return result;
    }

    /// <summary>The type that a type parameter stands for in a body that is run in the place of a call; else the type itself.</summary>
    public ITypeSymbol TypeOf(ITypeSymbol type) => _facts.Types.TryGetValue(type, out var known) ? known : type;

    /// <summary>A body is run in the place of a call.</summary>
    public bool IsInPlaceOfCall => _functions.Count > 0;

    /// <summary>The call in whose place a body of another method is run; null outside of one.</summary>
    public IOperation? CallOutside => _callsOutside.Count > 0 ? _callsOutside.Peek().Call : null;

    /// <summary>The exact type of what a parameter is given, in a body that is run in the place of a call; null when it is not known.</summary>
    public ITypeSymbol? TypeOf(IParameterSymbol parameter) => _facts.Types.TryGetValue(parameter, out var known) ? known : null;

    private SyntaxNode? ArgumentWith(IOperation call, FlowValue value) => call is not IInvocationOperation invocation ? null
        : invocation.Arguments.Select(argument => argument.Value.Syntax).FirstOrDefault(argument => Values.At(argument) is { } given && given.Origins.Any(origin => value.Origins.Contains(origin)));
}
