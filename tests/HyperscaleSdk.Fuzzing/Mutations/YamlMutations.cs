using System.Globalization;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Anchors, aliases and merge keys. In JSON an alias is written as null.</summary>
internal static class YamlMutations
{
    public static void Alias(MutationContext context)
    {
        if (context.AnyPlace() is not { } anchored)
        {
            return;
        }

        var rng = context.Rng;
        var name = rng.Chance(80) ? "a" + context.IndexOf(anchored).ToString(CultureInfo.InvariantCulture) : rng.Pick(["가", "a.b", "a/b", "x-1", "*"]);
        anchored.Node.Anchor = name;
        for (var i = rng.Between(1, 4); i > 0; i--)
        {
            if (context.AnyPlace() is { } place && !ReferenceEquals(place.Node, anchored.Node))
            {
                place.Parent.SetChild(place.Index, Tree.Alias(rng.Chance(90) ? name : "missing"));
            }
        }
    }

    public static void Merge(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Node.Kind == TreeKind.Mapping) is not { } source || context.PlaceWhere(place => place.Node.Kind == TreeKind.Mapping) is not { } target)
        {
            return;
        }

        source.Node.Anchor = "m";
        target.Node.Members.Insert(context.Rng.Next(target.Node.Members.Count + 1), new TreeMember("<<", context.Rng.Next(4) switch
        {
            0 => Tree.Sequence(Tree.Alias("m"), Tree.Mapping(("x", Tree.Null())), Tree.Alias("m")),
            1 => Awkward.Value(context.Rng),
            2 => Tree.Mapping(("<<", Tree.Alias("m"))),
            _ => Tree.Alias("m"),
        }));
    }

    /// <summary>Each level holds the one before it several times.</summary>
    public static void Bomb(MutationContext context)
    {
        var rng = context.Rng;
        var width = rng.Between(2, 10);
        var isMapping = rng.Chance(50);
        var isSchema = rng.Chance(50);
        var levels = Tree.Mapping();
        for (var level = 0; level < rng.Between(3, 25); level++)
        {
            var below = "b" + (level - 1).ToString(CultureInfo.InvariantCulture);
            var parts = Enumerable.Range(0, width).Select(i => (Name: "k" + i.ToString(CultureInfo.InvariantCulture), Value: level == 0 ? Tree.Mapping(("type", Tree.String("string"))) : Tree.Alias(below)));
            var node = isMapping ? Tree.Mapping(parts) : Tree.Sequence(parts.Select(part => part.Value));
            node = isSchema ? Tree.Mapping(isMapping ? ("properties", node) : (rng.Pick(SchemaMutations.Compositions), node)) : node;
            node.Anchor = "b" + level.ToString(CultureInfo.InvariantCulture);
            levels.Members.Add(new TreeMember("L" + level.ToString(CultureInfo.InvariantCulture), node));
        }

        var holder = context.Root["components"]?["schemas"] ?? context.Root["definitions"] ?? context.Root;
        if (holder.Kind == TreeKind.Mapping)
        {
            holder.Members.AddRange(levels.Members);
        }
    }
}
