using System.Globalization;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Bindings whose pointers, names and numbers lead somewhere else.</summary>
internal static class BindingMutations
{
    public static void Apply(MutationContext context)
    {
        var rng = context.Rng;
        switch (rng.Next(4))
        {
            case 0 or 1:
                ChangePointer(context);
                break;
            case 2:
                TakeFromAnother(context);
                break;
            default:
                if (context.PlaceWhere(place => place.Node is { Kind: TreeKind.Text, Text: ['/', ..] }) is { } one && context.PlaceWhere(place => place.Node is { Kind: TreeKind.Text, Text: ['/', ..] }) is { } other)
                {
                    one.Parent.SetChild(one.Index, other.Node.Clone());
                }

                break;
        }
    }

    private static void ChangePointer(MutationContext context)
    {
        if (context.PlaceWhere(place => place.Node is { Kind: TreeKind.Text, Text: ['/', ..] } || (place.Name?.StartsWith('/') ?? false)) is not { } place)
        {
            return;
        }

        var rng = context.Rng;
        var pointer = place.Name is ['/', ..] name ? name : place.Node.Text;
        var segments = pointer.Split('/').ToList();
        var at = rng.Between(1, segments.Count - 1);
        switch (rng.Next(6))
        {
            case 0:
                segments.RemoveAt(at);
                break;
            case 1:
                segments.Insert(at, Awkward.Name(rng));
                break;
            case 2:
                segments[at] = rng.Pick(["0", "-1", "-", "99999999999", "*", "1", "~", "~1", ""]);
                break;
            case 3:
                segments.AddRange(Enumerable.Repeat(segments[at], rng.Between(1, 100)));
                break;
            case 4:
                segments[at] = segments[rng.Next(segments.Count)] + at.ToString(CultureInfo.InvariantCulture);
                break;
            default:
                segments[at] = Awkward.Name(rng);
                break;
        }

        var changed = string.Join('/', segments);
        if (place.Name is ['/', ..])
        {
            place.Parent.Members[place.Index].Name = changed;
        }
        else
        {
            place.Parent.SetChild(place.Index, Tree.String(changed));
        }
    }

    // A key that another binding has, with what stands below it there.
    private static void TakeFromAnother(MutationContext context)
    {
        if (context.DonorBinding() is { } donor && Place.All(donor).Where(place => place.Name is not null).ToList() is { Count: > 0 } parts)
        {
            var part = context.Rng.Pick(parts);
            var above = part.Above;
            var holder = above >= 0 ? Place.All(donor)[above].Name : null;
            if (context.PlaceWhere(place => place.Node.Kind == TreeKind.Mapping && (holder is null || place.Name == holder))?.Node is { } target)
            {
                target.Set(part.Name!, part.Node);
            }
        }
    }
}
