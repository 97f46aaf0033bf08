using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>References to the wrong place, and rings of them.</summary>
internal static class ReferenceMutations
{
    private static readonly string[] StrangeTargets =
    [
        "", "#", "#/", "/", "#//", "#/components", "#/components/schemas", "#/components/schemas/", "#/components/schemas/Missing", "#/definitions/Missing", "#/paths", "#/info/title", "#/components/schemas/~2", "#/components/schemas/%", "#/components/schemas/%2F",
        "#/components/schemas/%ED%A0%80", "#/components/schemas/가", "#/paths/~1", "#/paths/~1/get/responses/200", "#/servers/0", "#/servers/99999999999", "#/servers/-1", "#anchor", "other.yaml", "./other.yaml#/A", "../../../etc/passwd", "file:///etc/passwd",
        "https://example.com/a.json#/B", "http://[::1", "\\\\host\\share", "#/x-hyperscale", "#/components/schemas/A/properties/b/items", "#/components/parameters/P",
    ];

    public static void Retarget(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Name is "$ref") is { } place)
        {
            var pointsUp = context.Rng.Chance(40);
            place.Parent.SetChild(place.Index, Tree.String(pointsUp ? Ancestor(context, place) : context.Target()));
        }
    }

    public static void ReplaceBySelfReference(MutationContext context)
    {
        if (context.AnyPlace() is { } place)
        {
            place.Parent.SetChild(place.Index, Tree.Reference(Ancestor(context, place)));
        }
    }

    public static void ReplaceByReference(MutationContext context)
    {
        if (context.AnyPlace() is { } place)
        {
            place.Parent.SetChild(place.Index, Tree.Reference(context.Target()));
        }
    }

    /// <summary>A few components that lead to each other by one keyword or by several.</summary>
    public static void Ring(MutationContext context)
    {
        var rng = context.Rng;
        var holder = context.Root["components"]?["schemas"] ?? context.Root["definitions"];
        if (holder is not { Kind: TreeKind.Mapping, ChildCount: > 0 })
        {
            return;
        }

        var prefix = context.Root["definitions"] == holder ? "#/definitions/" : "#/components/schemas/";
        var length = rng.Between(1, Math.Min(5, holder.ChildCount));
        var start = rng.Next(holder.ChildCount);
        var members = Enumerable.Range(0, length).Select(i => holder.Members[(start + i) % holder.ChildCount]).ToList();
        for (var i = 0; i < length; i++)
        {
            var next = Tree.Reference(prefix + members[(i + 1) % length].Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            Link(members[i].Value, next, rng);
        }
    }

    public static string Strange(Rng rng) => rng.Pick(StrangeTargets);

    private static void Link(Tree schema, Tree next, Rng rng)
    {
        switch (rng.Next(9))
        {
            case 0:
                schema.Become(next);
                break;
            case 1:
                schema.Set("items", next);
                break;
            case 2:
                schema.Set("additionalProperties", next);
                break;
            case 3:
                schema.Set("properties", Tree.Mapping(("next", next)));
                break;
            case 4:
                schema.Set("not", next);
                break;
            default:
                var keyword = rng.Pick(SchemaMutations.Compositions);
                if (schema[keyword] is { Kind: TreeKind.Sequence } parts && rng.Chance(60))
                {
                    parts.Items.Insert(rng.Next(parts.Items.Count + 1), next);
                }
                else
                {
                    schema.Set(keyword, Tree.Sequence(next));
                }

                break;
        }
    }

    private static string Ancestor(MutationContext context, Place place)
    {
        var index = context.IndexOf(place);
        for (var up = context.Rng.Next(6); up > 0 && index >= 0 && context.Places[index].Above >= 0; up--)
        {
            index = context.Places[index].Above;
        }

        return Place.Pointer(context.Places, index);
    }
}
