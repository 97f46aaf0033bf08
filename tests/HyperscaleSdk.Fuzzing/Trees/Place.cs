using System.Globalization;
using System.Runtime.InteropServices;

namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>Where a node hangs in its tree.</summary>
/// <param name="Parent">The container.</param>
/// <param name="Index">Place among the container's children.</param>
/// <param name="Above">Index of the container's own place in the list of all places; -1 for the root.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(Tree Parent, int Index, int Above)
{
    public Tree Node => Parent.Child(Index);

    /// <summary>The member's name; null for an item.</summary>
    public string? Name => Parent.Kind == TreeKind.Mapping ? Parent.Members[Index].Name : null;

    /// <summary>Every place below a root, parents before their children.</summary>
    public static List<Place> All(Tree root)
    {
        var places = new List<Place>();
        Add(root, -1, places);
        return places;
    }

    /// <summary>The JSON pointer of a place, as a reference writes it.</summary>
    public static string Pointer(IReadOnlyList<Place> places, int index)
    {
        var segments = new Stack<string>();
        for (var i = index; i >= 0; i = places[i].Above)
        {
            var name = places[i].Name ?? places[i].Index.ToString(CultureInfo.InvariantCulture);
            segments.Push(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return "#" + string.Concat(segments.Select(segment => "/" + segment));
    }

    private static void Add(Tree node, int above, List<Place> places)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            places.Add(new Place(node, i, above));
            Add(node.Child(i), places.Count - 1, places);
        }
    }
}
