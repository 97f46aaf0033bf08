using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>How deep and how large an overlay may make a document: copies of copies double it with every action.</summary>
internal sealed class OverlayBudget
{
    private const int MostNodes = 1_000_000;

    private readonly Dictionary<SpecNode, (int Depth, long Nodes)> _known = new();
    private long _left = MostNodes;

    /// <summary>Takes what it costs to put a node at some places; false when that is too much.</summary>
    public bool TryTake(SpecNode node, IReadOnlyList<NodePlace> places)
    {
        var (depth, nodes) = Measure(node);
        foreach (var place in places)
        {
            if (place.Depth + depth > ReadSession.MaximumDepth)
            {
                return false;
            }
        }

        // Both factors are bounded, so the product fits.
        var cost = nodes * places.Count;
        if (cost > _left)
        {
            return false;
        }

        _left -= cost;
        return true;
    }

    private (int Depth, long Nodes) Measure(SpecNode node)
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        var (depth, nodes) = (0, 1L);
        foreach (var member in node.Members)
        {
            Add(member.Value);
        }

        foreach (var item in node.Items)
        {
            Add(item);
        }

        return _known[node] = (depth + 1, Math.Min(nodes, MostNodes + 1));

        void Add(SpecNode child)
        {
            var (childDepth, childNodes) = Measure(child);
            depth = Math.Max(depth, childDepth);
            nodes += childNodes;
        }
    }
}
