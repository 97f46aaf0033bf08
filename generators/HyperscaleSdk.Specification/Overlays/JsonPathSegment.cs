using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>One step of a query: selectors that are applied to a node, or to it and everything below it.</summary>
internal sealed class JsonPathSegment
{
    private readonly IReadOnlyList<JsonPathSelector> _selectors;

    public JsonPathSegment(bool isDescendant, IReadOnlyList<JsonPathSelector> selectors)
    {
        IsDescendant = isDescendant;
        _selectors = selectors;
    }

    /// <summary>Written with two dots.</summary>
    public bool IsDescendant { get; }

    public bool IsSingular => !IsDescendant && _selectors.Count == 1 && _selectors[0].IsSingular;

    public void Select(NodePlace place, JsonPathVisit visit, Action<NodePlace> found)
    {
        visit.Step();
        foreach (var selector in _selectors)
        {
            selector.Select(place, visit, found);
        }

        if (IsDescendant)
        {
            // The readers bound the depth of a document.
            JsonPathSelector.Wildcard.Select(place, visit, child => Select(child, visit, found));
        }
    }
}
