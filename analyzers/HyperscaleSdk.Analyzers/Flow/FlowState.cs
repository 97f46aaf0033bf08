using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What holds at one point of a method: the values of variables, of the compiler's temporaries, and of object members.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<ISymbol, FlowValue> _variables;
    private readonly Dictionary<CaptureId, FlowValue> _captures;
    private readonly Dictionary<(int Site, string Member), FlowValue> _members;

    public FlowState()
        : this(new(SymbolEqualityComparer.Default), [], [])
    {
    }

    private FlowState(
        Dictionary<ISymbol, FlowValue> variables,
        Dictionary<CaptureId, FlowValue> captures,
        Dictionary<(int Site, string Member), FlowValue> members)
    {
        _variables = variables;
        _captures = captures;
        _members = members;
    }

    public FlowState Clone() => new(new(_variables, SymbolEqualityComparer.Default), new(_captures), new(_members));

    public FlowValue? Get(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : null;

    public void Set(ISymbol variable, FlowValue value) => _variables[variable] = value;

    public FlowValue? Get(CaptureId capture) => _captures.TryGetValue(capture, out var value) ? value : null;

    public void Set(CaptureId capture, FlowValue value) => _captures[capture] = value;

    public FlowValue? Get(int site, string member) => _members.TryGetValue((site, member), out var value) ? value : null;

    public void Set(int site, string member, FlowValue value) => _members[(site, member)] = value;

    public IEnumerable<KeyValuePair<string, FlowValue>> MembersOf(int site)
    {
        foreach (var entry in _members)
        {
            if (entry.Key.Site == site)
            {
                yield return new(entry.Key.Member, entry.Value);
            }
        }
    }

    public void CopyMembers(int from, int to)
    {
        foreach (var member in new List<KeyValuePair<string, FlowValue>>(MembersOf(from)))
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

        foreach (var entry in other._members)
        {
            // Unwritten on one path: the member may still be what it was at the start.
            var joined = _members.TryGetValue(entry.Key, out var mine) ? mine.Join(entry.Value) : entry.Value.WithInitial();
            if (mine is null || !joined.Equals(mine))
            {
                _members[entry.Key] = joined;
                changed = true;
            }
        }

        foreach (var key in new List<(int Site, string Member)>(_members.Keys))
        {
            if (!other._members.ContainsKey(key) && !_members[key].MayBeInitial)
            {
                _members[key] = _members[key].WithInitial();
                changed = true;
            }
        }

        return changed;
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
