using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Numbers the objects of one analysis: one number per place that makes an object, per variable that comes in with one.</summary>
internal sealed class FlowSites
{
    private readonly Dictionary<object, int> _numbers = [];
    private readonly Dictionary<ISymbol, int> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<int> _fresh = [];
    private readonly Dictionary<int, FlowFunction> _functions = [];
    private int _last;

    /// <summary>The object made at this place.</summary>
    public int Made(SyntaxNode syntax, bool fresh)
    {
        var number = Number(_numbers, syntax);
        if (fresh)
        {
            _fresh.Add(number);
        }

        return number;
    }

    /// <summary>The object that a variable holds when the method begins.</summary>
    public int Incoming(ISymbol variable) => Number(_variables, variable);

    public int Function(IFlowAnonymousFunctionOperation operation, ControlFlowGraph owner)
    {
        var number = Number(_numbers, operation.Symbol);
        _functions[number] = new FlowFunction(operation.Symbol, owner, operation);
        return number;
    }

    public FlowFunction? FunctionAt(int site) => _functions.TryGetValue(site, out var function) ? function : null;

    /// <summary>True when this method made the object, so that members it did not set are unset.</summary>
    public bool IsFresh(int site) => _fresh.Contains(site);

    private int Number<TKey>(Dictionary<TKey, int> numbers, TKey key)
        where TKey : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            number = ++_last;
            numbers[key] = number;
        }

        return number;
    }
}
