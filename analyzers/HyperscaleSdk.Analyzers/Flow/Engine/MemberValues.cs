using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Values by place (members separated by <c>/</c>), found without looking at all places: a form has thousands.</summary>
internal sealed class MemberValues
{
    private readonly Dictionary<string, FlowValue> _values;

    // All that lies behind a place; until a value changes.
    private readonly ConcurrentDictionary<string, FlowValue?> _behind = new(StringComparer.Ordinal);
    private string[]? _sorted;

    public MemberValues() => _values = new(StringComparer.Ordinal);

    /// <summary>A copy that stays as it is while the other one changes.</summary>
    public MemberValues(MemberValues other) => (_values, _sorted) = (new(other._values, StringComparer.Ordinal), other._sorted);

    private string[] Sorted => _sorted ??= [.. _values.Keys.OrderBy(place => place, StringComparer.Ordinal)];

    /// <summary>The places, in ordinal order.</summary>
    public IReadOnlyList<string> Places => Sorted;

    public FlowValue this[string place]
    {
        get => _values[place];
        set
        {
            _sorted = _values.ContainsKey(place) ? _sorted : null;
            _values[place] = value;
            _behind.Clear();
        }
    }

    public void Add(string place, FlowValue value) => this[place] = _values.TryGetValue(place, out var known) ? known.Join(value) : value;

    /// <summary>How many values of callers are in them.</summary>
    public int InputCount() => _values.Values.Sum(value => value.Inputs.Length);

    /// <summary>All that the place may hold: itself, what it is a part of, its parts when they are asked for, and elements that may be the same.</summary>
    public FlowValue Find(FlowInput input)
    {
        var path = input.Path;
        var found = _values.TryGetValue(path, out var exact) ? exact : null;
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            Join(path.Substring(0, slash));
        }

        if (input.Form == FlowForm.Deep && _behind.GetOrAdd(path, Behind) is { } parts)
        {
            found = found?.Join(parts) ?? parts;
        }

        // list[*] and list[0] may be one element.
        var bracket = path.LastIndexOf('[');
        if (bracket >= 0 && path.EndsWith(FlowMember.AnyElement, StringComparison.Ordinal))
        {
            foreach (var element in From(path.Substring(0, bracket + 1)).Where(element => element.LastIndexOf('[') == bracket))
            {
                Join(element);
            }
        }
        else if (bracket >= 0)
        {
            Join(path.Substring(0, bracket) + FlowMember.AnyElement);
        }

        return found ?? FlowValue.Unknown;

        void Join(string place)
        {
            if (_values.TryGetValue(place, out var value))
            {
                found = found is null ? value : found.Join(value);
            }
        }
    }

    private FlowValue? Behind(string path) => From(path.Length == 0 ? string.Empty : path + "/").Select(place => _values[place])
        .Aggregate((FlowValue?)null, (all, value) => all?.Join(value) ?? value);

    private IEnumerable<string> From(string beginning)
    {
        var places = Sorted;
        var index = Array.BinarySearch(places, beginning, StringComparer.Ordinal);
        for (index = index < 0 ? ~index : index; index < places.Length && places[index].StartsWith(beginning, StringComparison.Ordinal); index++)
        {
            yield return places[index];
        }
    }
}
