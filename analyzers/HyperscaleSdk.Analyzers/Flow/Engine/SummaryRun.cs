using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The methods whose summaries one request is making, from the outermost in. A method that calls itself, directly or through
/// others, is given what was found in the round before, until a round finds nothing new; only then is a summary published, so
/// that no other thread ever sees half of it.
/// </summary>
internal sealed class SummaryRun
{
    private readonly List<Frame> _stack = [];

    /// <summary>Summaries of this round that depend on a method further out.</summary>
    public Dictionary<IMethodSymbol, FlowSummary> Tentative { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What the last round found for the methods of a recursion.</summary>
    public Dictionary<IMethodSymbol, FlowSummary> LastRound { get; } = new(SymbolEqualityComparer.Default);

    public int Depth => _stack.Count;

    /// <summary>Set when a call was too deep: what was made under it is not published.</summary>
    public bool IsCut { get; set; }

    /// <summary>A method inside the recursion found something that it had not found in the round before.</summary>
    public bool HasNews { get; set; }

    public Frame Push(IMethodSymbol method)
    {
        var frame = new Frame(_stack.Count) { Method = method, Current = LastRound.TryGetValue(method, out var last) ? last : FlowSummary.Empty };
        _stack.Add(frame);
        return frame;
    }

    public void Pop()
    {
        var frame = _stack[_stack.Count - 1];
        _stack.RemoveAt(_stack.Count - 1);
        if (_stack.Count > 0 && frame.Outermost < frame.Index)
        {
            DependOn(frame.Outermost);
        }
    }

    /// <summary>The running method's present approximation; null when it is not running.</summary>
    public FlowSummary? Running(IMethodSymbol method)
    {
        foreach (var frame in _stack)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method, method))
            {
                DependOn(frame.Index);
                return frame.Current;
            }
        }

        return null;
    }

    /// <summary>The method on top depends on one further out.</summary>
    public void DependOn(int index)
    {
        if (_stack.Count > 0)
        {
            var top = _stack[_stack.Count - 1];
            top.Outermost = System.Math.Min(top.Outermost, index);
        }
    }

    internal sealed class Frame(int index)
    {
        public IMethodSymbol Method { get; init; } = null!;

        public FlowSummary Current { get; set; } = FlowSummary.Empty;

        public int Index { get; } = index;

        /// <summary>The outermost running method that this one depends on.</summary>
        public int Outermost { get; set; } = int.MaxValue;

        public bool IsHead => Outermost >= Index;
    }
}
