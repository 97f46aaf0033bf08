using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The objects that get out of a method: what it returns or stores outside, and everything that hangs on it.</summary>
internal sealed class FlowHeap(FlowState exit, FlowSites sites)
{
    // Beyond this many objects and members a summary would cost more than it tells.
    private const int MostObjects = 64;
    private const int MostMembers = 128;

    private readonly FlowState _exit = exit;
    private readonly FlowSites _sites = sites;
    private readonly SortedList<int, ImmutableDictionary<string, FlowValue>> _members = [];
    private readonly HashSet<int> _seen = [];

    /// <summary>What the objects hold, by their numbers, the smallest first.</summary>
    public IReadOnlyDictionary<int, ImmutableDictionary<string, FlowValue>> Members => _members;

    /// <summary>The functions among the objects.</summary>
    public List<FlowFunction> Functions { get; } = [];

    /// <summary>There was more than a summary carries.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds the exceptions that the method made and threw, with what they hold.</summary>
    public FlowHeap WithThrown(FlowState? raised)
    {
        foreach (var site in raised?.Thrown is { } thrown ? raised.ReachableFrom(thrown.Sites, MostObjects) : [])
        {
            if (_sites[site].Kind == FlowSiteKind.Made && !_members.ContainsKey(site) && _members.Count < MostObjects)
            {
                // On the way to another throw there is no such object.
                var members = raised!.MembersOf(site);
                _members[site] = members.SetItems(members.Select(member => new KeyValuePair<string, FlowValue>(member.Key, member.Value.WithoutInitial())));
            }
        }

        return this;
    }

    public FlowHeap From(IEnumerable<FlowValue> roots)
    {
        var open = new Queue<int>(roots.SelectMany(root => root.Sites));
        foreach (var site in _exit.Sites.Where(site => _sites[site].Kind == FlowSiteKind.Incoming).OrderBy(site => _sites[site].Input!.Path.Count(character => character == '/')).ThenBy(site => site))
        {
            open.Enqueue(site);
        }

        var count = 0;
        while (open.Count > 0 && _seen.Count < MostObjects && count < MostMembers)
        {
            var site = open.Dequeue();
            if (!_seen.Add(site))
            {
                continue;
            }

            if (_sites[site].Function is { } function)
            {
                Functions.Add(function);
            }

            var members = _exit.MembersOf(site);
            if (members.IsEmpty)
            {
                continue;
            }

            _members[site] = members;
            count += members.Count;
            foreach (var next in members.Keys.OrderBy(member => member, System.StringComparer.Ordinal).SelectMany(member => members[member].Sites))
            {
                open.Enqueue(next);
            }
        }

        IsCut = open.Any(site => !_seen.Contains(site) && !_exit.MembersOf(site).IsEmpty);
        return this;
    }
}
