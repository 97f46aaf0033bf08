using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Finds objects and enumerations that are written more than once although one type would do.</summary>
internal sealed class SchemaRepeats
{
    private readonly HashSet<SchemaSite> _members = new();

    public SchemaRepeats(IReadOnlyList<SchemaSite> sites, CancellationToken cancellationToken)
    {
        var shapes = new SchemaShapes();
        var groups = new Dictionary<int, List<SchemaSite>>();
        foreach (var site in sites)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (site.Place == SchemaPlace.Part || !IsWorthAName(site.Schema))
            {
                continue;
            }

            var shape = shapes.Of(site.Schema);
            if (!groups.TryGetValue(shape, out var group))
            {
                groups.Add(shape, group = new List<SchemaSite>());
            }

            group.Add(site);
        }

        foreach (var group in groups.Values)
        {
            // Two components that hold the same may mean different things; only what has no name of its own repeats another.
            if (group.Count > 1 && group.Exists(site => site.Place != SchemaPlace.Component))
            {
                Groups.Add(group);
                _members.UnionWith(group);
            }
        }
    }

    /// <summary>Places that state the same, each group with at least one that is no component.</summary>
    public List<List<SchemaSite>> Groups { get; } = new();

    public bool Contains(SchemaSite site) => _members.Contains(site);

    // Two texts and a flag that happen to be called alike are no reason to share a type.
    private static bool IsWorthAName(ApiSchema schema)
        => schema.EnumValues is { Count: > 2 } || (schema.Properties.Count > 2 && schema.AllOf.Count == 0);
}
