using System.Globalization;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Changes of structure that know nothing of OpenAPI.</summary>
internal static class TreeMutations
{
    private const int DeepestNesting = 300;
    private const int LargestCopy = 400;

    private static readonly string[] Wrappers = ["items", "allOf", "oneOf", "properties", "additionalProperties", "schema", "not", "content"];

    public static void Delete(MutationContext context)
    {
        if (context.AnyPlace() is { } place)
        {
            place.Parent.RemoveChild(place.Index);
        }
    }

    public static void Duplicate(MutationContext context)
    {
        if (context.AnyPlace() is { } place && place.Node.Count() < LargestCopy)
        {
            Insert(place.Parent, place.Name, place.Node.Clone(), context.Rng);
        }
    }

    public static void Move(MutationContext context)
    {
        if (context.AnyPlace() is { } from && context.PlaceWhere(place => place.Node.ChildCount > 0) is { } to && !Contains(from.Node, to.Node))
        {
            var (node, name, target) = (from.Node, from.Name, to.Node);
            from.Parent.RemoveChild(from.Index);
            Insert(target, name, node, context.Rng);
        }
    }

    public static void Swap(MutationContext context)
    {
        if (context.AnyPlace() is { } one && context.AnyPlace() is { } other && !Contains(one.Node, other.Node) && !Contains(other.Node, one.Node))
        {
            var node = one.Node;
            one.Parent.SetChild(one.Index, other.Node);
            other.Parent.SetChild(other.Index, node);
        }
    }

    public static void ChangeKind(MutationContext context)
    {
        if (context.AnyPlace() is not { } place)
        {
            return;
        }

        var rng = context.Rng;
        var node = place.Node;
        place.Parent.SetChild(place.Index, rng.Next(5) switch
        {
            0 => Tree.Sequence(node),
            1 => Tree.Mapping((Awkward.Name(rng), node)),
            2 when node.ChildCount > 0 => node.Child(rng.Next(node.ChildCount)),
            _ => Awkward.Value(rng),
        });
    }

    public static void ChangeScalar(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Node.ChildCount == 0) is { } place)
        {
            var rng = context.Rng;
            place.Parent.SetChild(place.Index, place.Node.Kind switch
            {
                TreeKind.Boolean => rng.Chance(80) ? Tree.Boolean(place.Node.Text == "false") : Awkward.Value(rng),
                TreeKind.Number => rng.Chance(80) ? Tree.Number(Awkward.Number(rng)) : Awkward.Value(rng),
                TreeKind.Text => rng.Chance(80) ? Tree.String(Awkward.Text(rng)) : Awkward.Value(rng),
                _ => Awkward.Value(rng),
            });
        }
    }

    /// <summary>Text that tries to become code, in as many places as there are.</summary>
    public static void Poison(MutationContext context)
    {
        var rng = context.Rng;
        var percent = rng.Pick([5, 20, 60]);
        foreach (var place in context.Places)
        {
            if (place.Node.Kind == TreeKind.Text && !IsStructural(place) && rng.Chance(percent))
            {
                place.Parent.SetChild(place.Index, Tree.String(Awkward.Payload(rng)));
            }
        }
    }

    public static void Rename(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Name is not null) is { } place)
        {
            var rng = context.Rng;
            var other = context.PlaceWhere(candidate => candidate.Name is not null)?.Name;
            place.Parent.Members[place.Index].Name = other is not null && rng.Chance(30) ? other : Awkward.Name(rng);
        }
    }

    public static void Shuffle(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Node.ChildCount > 1)?.Node is { } node)
        {
            context.Rng.Shuffle(node.Members);
            context.Rng.Shuffle(node.Items);
        }
    }

    public static void Splice(MutationContext context)
    {
        if (context.AnyPlace() is { } place)
        {
            var donor = context.Donor(context.Rng.Chance(80) ? place.Name : null);
            if (context.Rng.Chance(60))
            {
                place.Parent.SetChild(place.Index, donor);
            }
            else
            {
                Insert(place.Parent, place.Name, donor, context.Rng);
            }
        }
    }

    public static void NestDeeply(MutationContext context)
    {
        if (context.AnyPlace() is not { } place)
        {
            return;
        }

        var rng = context.Rng;
        var node = place.Node;
        var wrapper = rng.Pick(Wrappers);
        var isMixed = rng.Chance(30);
        for (var i = rng.Chance(70) ? rng.Between(2, 30) : rng.Between(90, DeepestNesting); i > 0; i--)
        {
            wrapper = isMixed ? rng.Pick(Wrappers) : wrapper;
            node = wrapper switch
            {
                "allOf" or "oneOf" => Tree.Mapping((wrapper, Tree.Sequence(node))),
                "properties" => Tree.Mapping(("type", Tree.String("object")), (wrapper, Tree.Mapping(("p", node)))),
                "items" => Tree.Mapping(("type", Tree.String("array")), (wrapper, node)),
                _ => Tree.Mapping((wrapper, node)),
            };
        }

        place.Parent.SetChild(place.Index, node);
    }

    public static void Multiply(MutationContext context)
    {
        if (context.AnyPlace() is not { } place)
        {
            return;
        }

        var size = place.Node.Count();
        var most = Math.Min(200, LargestCopy * 3 / size);
        var isNumbered = context.Rng.Chance(70);
        for (var i = context.Rng.Between(2, most); i > 0; i--)
        {
            var name = place.Name is { } own ? own + (isNumbered ? i.ToString(CultureInfo.InvariantCulture) : new string('_', i % 40)) : null;
            Insert(place.Parent, name, place.Node.Clone(), context.Rng);
        }
    }

    /// <summary>Adds a child at the end, so that places stay valid.</summary>
    private static void Insert(Tree parent, string? name, Tree node, Rng rng)
    {
        if (parent.Kind == TreeKind.Mapping)
        {
            parent.Members.Add(new TreeMember(name ?? Awkward.Name(rng), node));
        }
        else if (parent.Kind == TreeKind.Sequence)
        {
            parent.Items.Add(node);
        }
    }

    // Without these a document is no longer one, and nothing else of it is read.
    private static bool IsStructural(Place place) => place.Name is "openapi" or "swagger" or "$ref" or "type" or "overlay" or "target" or "operation" or "dialect";

    private static bool Contains(Tree node, Tree inner)
        => ReferenceEquals(node, inner) || node.Items.Exists(item => Contains(item, inner)) || node.Members.Exists(member => Contains(member.Value, inner));
}
