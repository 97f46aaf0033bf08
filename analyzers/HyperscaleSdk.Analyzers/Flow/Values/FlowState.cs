using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What holds at one point of a method: the values of variables, of the compiler's temporaries, and of object members.</summary>
internal sealed class FlowState
{
    private static readonly ImmutableDictionary<string, FlowValue> None = ImmutableDictionary.Create<string, FlowValue>(System.StringComparer.Ordinal);

    private readonly Dictionary<ISymbol, FlowValue> _variables;
    private readonly Dictionary<CaptureId, FlowValue> _captures;
    private readonly Dictionary<int, ImmutableDictionary<string, FlowValue>> _members;

    public FlowState()
        : this(new(SymbolEqualityComparer.Default), [], [])
    {
    }

    private FlowState(
        Dictionary<ISymbol, FlowValue> variables,
        Dictionary<CaptureId, FlowValue> captures,
        Dictionary<int, ImmutableDictionary<string, FlowValue>> members)
    {
        _variables = variables;
        _captures = captures;
        _members = members;
    }

    /// <summary>What an exception that is under way carries; null when none was thrown.</summary>
    public FlowValue? Thrown { get; private set; }

    public IEnumerable<KeyValuePair<ISymbol, FlowValue>> Variables => _variables;

    /// <summary>The objects that something was written to.</summary>
    public IEnumerable<int> Sites => _members.Keys;

    public FlowState Clone() => new(new(_variables, SymbolEqualityComparer.Default), new(_captures), new(_members)) { Thrown = Thrown };

    /// <summary>The same without the compiler's temporaries, whose numbers belong to one graph.</summary>
    public FlowState CloneForFunction() => new(new(_variables, SymbolEqualityComparer.Default), [], new(_members)) { Thrown = Thrown };

    public FlowValue? Get(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : null;

    public void Set(ISymbol variable, FlowValue value) => _variables[variable] = value;

    public FlowValue? Get(CaptureId capture) => _captures.TryGetValue(capture, out var value) ? value : null;

    public void Set(CaptureId capture, FlowValue value) => _captures[capture] = value;

    public FlowValue? Get(int site, string member) => MembersOf(site).TryGetValue(member, out var value) ? value : null;

    public void Set(int site, string member, FlowValue value) => _members[site] = MembersOf(site).SetItem(member, value);

    public ImmutableDictionary<string, FlowValue> MembersOf(int site) => _members.TryGetValue(site, out var members) ? members : None;

    /// <summary>The object loses all its elements.</summary>
    public void Empty(int site) => _members[site] = None.SetItem(FlowMember.AnyElement, FlowValue.Clean);

    public void Throw(FlowValue value) => Thrown = Thrown is null ? value : Thrown.Join(value);

    public void CopyMembers(int from, int to)
    {
        foreach (var member in MembersOf(from))
        {
            var existing = Get(to, member.Key);
            Set(to, member.Key, existing is null ? member.Value : existing.Join(member.Value));
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

    private bool JoinMembers(FlowState other)
    {
        var changed = false;
        foreach (var site in other._members)
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
                _members[site.Key] = merged;
                changed = true;
            }
        }

        foreach (var site in new List<int>(_members.Keys))
        {
            changed |= !other._members.ContainsKey(site) && MarkInitial(site);
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

        _members[site] = marked;
        return !ReferenceEquals(marked, members);
    }

    private static bool JoinInto<TKey>(Dictionary<TKey, FlowValue> mine, Dictionary<TKey, FlowValue> others)
        where TKey : notnull
    {
        var changed = false;
        foreach (var entry in others)
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
