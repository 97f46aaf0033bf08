using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What the expressions of a method were found to hold.</summary>
internal sealed class FlowValues
{
    public static readonly FlowValues None = new();

    private readonly Dictionary<SyntaxNode, FlowValue> _values = [];

    /// <summary>What the expression at this place was found to hold; null when it holds nothing of interest.</summary>
    public FlowValue? At(SyntaxNode syntax) => _values.TryGetValue(syntax, out var value) ? value : null;

    public void Record(SyntaxNode syntax, FlowValue value)
    {
        if (!value.Origins.IsEmpty || !value.Inputs.IsEmpty)
        {
            _values[syntax] = _values.TryGetValue(syntax, out var known) ? known.Join(value) : value;
        }
    }
}
