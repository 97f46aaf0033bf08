using HyperscaleSdk.Fuzzing.Documents;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>What a mutation works on: the tree with its places as they were before the mutation.</summary>
internal sealed class MutationContext
{
    private readonly DocumentPool _pool;

    public MutationContext(Tree root, DocumentPool pool, Rng rng)
    {
        Root = root;
        Rng = rng;
        Places = Place.All(root);
        _pool = pool;
    }

    public Tree Root { get; }

    public Rng Rng { get; }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>Any place; null when the root has no children.</summary>
    public Place? AnyPlace() => Places.Count == 0 ? null : Rng.Pick(Places);

    /// <summary>A place that fits; null when there is none.</summary>
    public Place? PlaceWhere(Predicate<Place> fits)
    {
        // Starting anywhere and going on from there costs no list, at the price of a draw that is not quite even.
        var start = Rng.Next(Places.Count);
        for (var i = 0; i < Places.Count; i++)
        {
            var place = Places[(start + i) % Places.Count];
            if (fits(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>A schema: something that has a schema's keys, or stands where schemas stand.</summary>
    public Tree? Schema() => PlaceWhere(place => IsSchema(place))?.Node;

    /// <summary>An operation of a path.</summary>
    public Tree? Operation() => PlaceWhere(place => place.Name is { } name && OperationMutations.Methods.Contains(name) && place.Node.Kind == TreeKind.Mapping)?.Node;

    /// <summary>A reference to a component, to any other place, or to nothing.</summary>
    public string Target()
    {
        var choice = Rng.Next(20);
        if (choice < 12 && PlaceWhere(place => IsComponent(place)) is { } component)
        {
            return Place.Pointer(Places, IndexOf(component));
        }

        return choice < 16 && Places.Count > 0 ? Place.Pointer(Places, Rng.Next(Places.Count)) : ReferenceMutations.Strange(Rng);
    }

    /// <summary>A part of any document of the pool; one with the name asked for when there is one near where the search starts.</summary>
    public Tree Donor(string? name)
    {
        var places = Place.All(DocumentSlice.Of(_pool.Draw(Rng), Rng));
        if (places.Count == 0)
        {
            return Awkward.Value(Rng);
        }

        var start = Rng.Next(places.Count);
        for (var i = 0; i < places.Count && name is not null; i++)
        {
            var place = places[(start + i) % places.Count];
            if (string.Equals(place.Name, name, StringComparison.Ordinal))
            {
                return place.Node;
            }
        }

        return places[start].Node;
    }

    /// <summary>A binding of the pool; null when it has none.</summary>
    public Tree? DonorBinding()
    {
        var bound = _pool.All.Where(document => document.Binding is not null).ToList();
        return bound.Count == 0 ? null : Rng.Pick(bound).CopyBinding();
    }

    public int IndexOf(Place place)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (ReferenceEquals(Places[i].Parent, place.Parent) && Places[i].Index == place.Index)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSchema(Place place)
    {
        var node = place.Node;
        return node.Kind == TreeKind.Mapping
            && (place.Name is "schema" or "items" or "additionalProperties" || node["type"] is not null || node["properties"] is not null || node["allOf"] is not null || node["enum"] is not null
                || (node["$ref"]?.Text.Contains("schemas", StringComparison.Ordinal) ?? false));
    }

    private bool IsComponent(Place place)
        => place.Above >= 0 && Places[place.Above].Name is "schemas" or "definitions" or "parameters" or "responses" && place.Name is not null;
}
