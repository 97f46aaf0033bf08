using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What holds at one point of a method: the values of variables, of the compiler's temporaries, and of object members.</summary>
internal sealed class FlowState
{
    private static readonly ImmutableDictionary<string, FlowValue> None = ImmutableDictionary.Create<string, FlowValue>(MemberNames.Comparer);

    private readonly SharedDictionary<ISymbol, FlowValue> _variables;
    private readonly SharedDictionary<CaptureId, FlowValue> _captures;
    private readonly SharedDictionary<int, ImmutableDictionary<string, FlowValue>> _members;

    // All that hangs on an object; until a member changes.
    private Dictionary<int, FlowValue>? _deep;

    public FlowState()
        : this(new(SymbolEqualityComparer.Default), NoCaptures(), new(EqualityComparer<int>.Default))
    {
    }

    private FlowState(
        SharedDictionary<ISymbol, FlowValue> variables,
        SharedDictionary<CaptureId, FlowValue> captures,
        SharedDictionary<int, ImmutableDictionary<string, FlowValue>> members)
    {
        _variables = variables;
        _captures = captures;
        _members = members;
    }

    /// <summary>What an exception that is under way carries; null when none was thrown.</summary>
    public FlowValue? Thrown { get; private set; }

    public IEnumerable<KeyValuePair<ISymbol, FlowValue>> Variables => _variables.Entries;

    /// <summary>The objects that something was written to.</summary>
    public IEnumerable<int> Sites => _members.Keys;

    public FlowState Clone() => new(_variables.Copy(), _captures.Copy(), _members.Copy()) { Thrown = Thrown, _deep = _deep };

    /// <summary>The same without the compiler's temporaries, whose numbers belong to one graph.</summary>
    public FlowState CloneForFunction() => new(_variables.Copy(), NoCaptures(), _members.Copy()) { Thrown = Thrown, _deep = _deep };

    /// <summary>The same where no exception is under way.</summary>
    public FlowState WithoutThrown() => new(_variables.Copy(), _captures.Copy(), _members.Copy()) { _deep = _deep };

    /// <summary>The same where this exception and no other leaves the body, without the compiler's temporaries.</summary>
    public FlowState Raising(FlowValue thrown) => new(_variables.Copy(), NoCaptures(), _members.Copy()) { Thrown = thrown, _deep = _deep };

    public FlowValue? Get(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : null;

    public void Set(ISymbol variable, FlowValue value) => _variables[variable] = value;

    public FlowValue? Get(CaptureId capture) => _captures.TryGetValue(capture, out var value) ? value : null;

    public void Set(CaptureId capture, FlowValue value) => _captures[capture] = value;

    public FlowValue? Get(int site, string member) => MembersOf(site).TryGetValue(member, out var value) ? value : null;

    public void Set(int site, string member, FlowValue value) => Put(site, MembersOf(site).SetItem(member, value));

    public ImmutableDictionary<string, FlowValue> MembersOf(int site) => _members.TryGetValue(site, out var members) ? members : None;

    /// <summary>The objects and all that hang on them, the near ones first, in the same order on every run.</summary>
    /// <param name="roots">The first objects.</param>
    /// <param name="most">No more than these.</param>
    public List<int> ReachableFrom(IEnumerable<int> roots, int most)
    {
        var reached = new List<int>();
        var seen = new HashSet<int>();
        var level = new List<int>(roots);
        while (level.Count > 0 && reached.Count < most)
        {
            level.Sort();
            var next = new List<int>();
            foreach (var site in level)
            {
                if (reached.Count < most && seen.Add(site))
                {
                    reached.Add(site);
                    foreach (var member in MembersOf(site))
                    {
                        next.AddRange(member.Value.Sites);
                    }
                }
            }

            level = next;
        }

        return reached;
    }

    /// <summary>The object loses all its elements.</summary>
    public void Empty(int site) => Put(site, None.SetItem(FlowMember.AnyElement, FlowValue.Clean));

    /// <summary>The object has these elements and no others.</summary>
    public void SetElements(int site, IReadOnlyList<FlowValue> elements) =>
        Put(site, None.AddRange(elements.Select((element, place) => new KeyValuePair<string, FlowValue>(FlowMember.Element(place), element))));

    /// <summary>Everything that is stored in the object and in what it refers to.</summary>
    public FlowValue DeepOf(int site)
    {
        _deep ??= [];
        if (!_deep.ContainsKey(site))
        {
            foreach (var circle in Circles.From(site, SitesIn, _deep.ContainsKey, EqualityComparer<int>.Default))
            {
                // Objects that lead to one another hold the same.
                var text = FlowValue.Clean;
                foreach (var member in circle.SelectMany(MembersOf))
                {
                    text = text.Join(member.Value.AsText(FlowForm.Deep).WithoutInitial());
                    foreach (var next in member.Value.Sites)
                    {
                        text = _deep.TryGetValue(next, out var known) ? text.Join(known) : text;
                    }
                }

                foreach (var member in circle)
                {
                    _deep[member] = text;
                }
            }
        }

        return _deep[site];
    }

    public void Throw(FlowValue value, bool instead = false) => Thrown = Thrown is null || instead ? value : Thrown.Join(value);

    /// <param name="from">What is copied.</param>
    /// <param name="to">The object that gets it.</param>
    /// <param name="isBeside">Beside what that object may have held before the method began.</param>
    public void CopyMembers(int from, int to, bool isBeside = false)
    {
        foreach (var member in MembersOf(from))
        {
            var existing = Get(to, member.Key);
            Set(to, member.Key, existing?.Join(member.Value) ?? (isBeside ? member.Value.WithInitial() : member.Value));
        }
    }

    /// <summary>Joins another path into this one.</summary>
    /// <returns>True when something new came in.</returns>
    public bool JoinFrom(FlowState other)
    {
        var changed = JoinInto(_variables, other._variables);
        changed |= JoinInto(_captures, other._captures);
        if (other.Thrown is { } thrown && Thrown?.Join(thrown) is var joined && (joined is null || !joined.Equals(Thrown)))
        {
            Throw(thrown);
            changed = true;
        }

        return JoinMembers(other) || changed;
    }

    private static SharedDictionary<CaptureId, FlowValue> NoCaptures() => new(EqualityComparer<CaptureId>.Default);

    private void Put(int site, ImmutableDictionary<string, FlowValue> members)
    {
        _deep = null;
        _members[site] = members;
    }

    private List<int> SitesIn(int site) => [.. MembersOf(site).SelectMany(member => member.Value.Sites).Distinct()];

    private bool JoinMembers(FlowState other)
    {
        if (_members.IsSameAs(other._members))
        {
            return false;
        }

        var changed = false;
        foreach (var site in other._members.Entries)
        {
            if (!_members.TryGetValue(site.Key, out var mine))
            {
                // The object does not exist on the other path, or nothing was written to it there.
                mine = None;
            }

            if (ReferenceEquals(mine, site.Value))
            {
                continue;
            }

            var merged = mine;
            foreach (var member in site.Value)
            {
                // Unwritten on one path: the member may still be what it was at the start.
                var known = mine.TryGetValue(member.Key, out var value) ? value : null;
                var result = known is null ? member.Value.WithInitial() : known.Join(member.Value);
                if (known is null || !result.Equals(known))
                {
                    merged = merged.SetItem(member.Key, result);
                }
            }

            foreach (var member in mine)
            {
                if (!member.Value.MayBeInitial && !site.Value.ContainsKey(member.Key))
                {
                    merged = merged.SetItem(member.Key, member.Value.WithInitial());
                }
            }

            if (!ReferenceEquals(merged, mine))
            {
                Put(site.Key, merged);
                changed = true;
            }
        }

        foreach (var site in _members.Keys.Where(site => !other._members.ContainsKey(site)).ToList())
        {
            changed |= MarkInitial(site);
        }

        return changed;
    }

    private bool MarkInitial(int site)
    {
        var members = _members[site];
        var marked = members;
        foreach (var member in members)
        {
            if (!member.Value.MayBeInitial)
            {
                marked = marked.SetItem(member.Key, member.Value.WithInitial());
            }
        }

        if (ReferenceEquals(marked, members))
        {
            return false;
        }

        Put(site, marked);
        return true;
    }

    private static bool JoinInto<TKey>(SharedDictionary<TKey, FlowValue> mine, SharedDictionary<TKey, FlowValue> others)
        where TKey : notnull
    {
        if (mine.IsSameAs(others))
        {
            return false;
        }

        var changed = false;
        foreach (var entry in others.Entries)
        {
            if (!mine.TryGetValue(entry.Key, out var value))
            {
                mine[entry.Key] = entry.Value;
                changed = true;
                continue;
            }

            var joined = value.Join(entry.Value);
            if (!joined.Equals(value))
            {
                mine[entry.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }
}
