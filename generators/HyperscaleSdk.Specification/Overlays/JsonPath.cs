using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>A query for nodes: JSONPath (RFC 9535).</summary>
internal sealed class JsonPath
{
    // A path of several descendant segments visits a large document many times over.
    private const int MostVisits = 5_000_000;

    private readonly IReadOnlyList<JsonPathSegment> _segments;

    public JsonPath(IReadOnlyList<JsonPathSegment> segments) => _segments = segments;

    /// <summary>Reads a query.</summary>
    /// <exception cref="JsonPathException">The text is no JSONPath; the message says where.</exception>
    public static JsonPath Parse(string text) => new JsonPathParser(text).ParseWhole();

    /// <summary>The places that the query selects below a root, each once, in the order of the document.</summary>
    /// <exception cref="JsonPathException">The query visits more nodes than is safe.</exception>
    public List<NodePlace> Select(SpecNode root, CancellationToken cancellationToken) => Select(NodePlace.Root(root), new JsonPathVisit(root, MostVisits, cancellationToken));

    /// <summary>Whether the query can select one node at the most: names and indices only.</summary>
    public bool IsSingular
    {
        get
        {
            foreach (var segment in _segments)
            {
                if (!segment.IsSingular)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public List<NodePlace> Select(NodePlace start, JsonPathVisit visit)
    {
        var current = new List<NodePlace> { start };
        foreach (var segment in _segments)
        {
            var next = new List<NodePlace>();
            var seen = segment.IsDescendant ? new HashSet<NodePlace>() : null;
            foreach (var place in current)
            {
                segment.Select(place, visit, selected =>
                {
                    if (seen is null || seen.Add(selected))
                    {
                        next.Add(selected);
                    }
                });
            }

            current = next;
        }

        return current;
    }
}
