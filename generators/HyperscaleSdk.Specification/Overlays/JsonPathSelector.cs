using System;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>What a segment selects of one node.</summary>
internal sealed class JsonPathSelector
{
    private readonly Action<NodePlace, JsonPathVisit, Action<NodePlace>> _select;

    private JsonPathSelector(bool isSingular, Action<NodePlace, JsonPathVisit, Action<NodePlace>> select)
    {
        IsSingular = isSingular;
        _select = select;
    }

    public static JsonPathSelector Wildcard { get; } = new(isSingular: false, EachChild);

    public bool IsSingular { get; }

    public static JsonPathSelector Name(string name) => new(isSingular: true, (place, visit, found) =>
    {
        if (place.Node[name] is null)
        {
            return;
        }

        foreach (var member in place.Node.Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                visit.Step();
                found(place.Member(member));
            }
        }
    });

    public static JsonPathSelector Index(int index) => new(isSingular: true, (place, visit, found) =>
    {
        var at = index < 0 ? index + place.Node.Items.Count : index;
        if (at >= 0 && at < place.Node.Items.Count)
        {
            visit.Step();
            found(place.Item(at));
        }
    });

    public static JsonPathSelector Slice(int? start, int? end, int step) => new(isSingular: false, (place, visit, found) =>
    {
        var count = place.Node.Items.Count;
        if (step == 0)
        {
            return;
        }

        var first = Bound(start ?? (step > 0 ? 0 : count - 1), count, step);
        var last = end is { } given ? Bound(given, count, step) : step > 0 ? count : -1;
        for (long i = first; step > 0 ? i < last : i > last; i += step)
        {
            visit.Step();
            found(place.Item((int)i));
        }
    });

    public static JsonPathSelector Filter(JsonPathFilter filter) => new(isSingular: false, (place, visit, found) => EachChild(place, visit, child =>
    {
        if (filter(child, visit))
        {
            found(child);
        }
    }));

    public void Select(NodePlace place, JsonPathVisit visit, Action<NodePlace> found) => _select(place, visit, found);

    private static int Bound(int given, int count, int step)
    {
        var at = given < 0 ? given + (long)count : given;
        return (int)(step > 0 ? Math.Min(Math.Max(at, 0), count) : Math.Min(Math.Max(at, -1), count - 1));
    }

    private static void EachChild(NodePlace place, JsonPathVisit visit, Action<NodePlace> found)
    {
        foreach (var member in place.Node.Members)
        {
            visit.Step();
            found(place.Member(member));
        }

        for (var i = 0; i < place.Node.Items.Count; i++)
        {
            visit.Step();
            found(place.Item(i));
        }
    }
}
