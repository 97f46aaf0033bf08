using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Text;

/// <summary>The merge key <c>&lt;&lt;</c>: members of other mappings that the mapping does not have itself.</summary>
internal static class YamlMerge
{
    public const string Key = "<<";

    /// <summary>Whether a value can be merged: a mapping or a sequence of mappings.</summary>
    public static bool CanApply(SpecNode value)
    {
        if (value.Kind != SpecNodeKind.Sequence)
        {
            return value.Kind == SpecNodeKind.Mapping;
        }

        foreach (var item in value.Items)
        {
            if (item.Kind != SpecNodeKind.Mapping)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts the mapping's own members first, then those of the merged mappings, the first mapping before the second.</summary>
    public static SpecMember[] Apply(ReadOnlySpan<PendingMember> pending)
    {
        var members = new List<SpecMember>(pending.Length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var member in pending)
        {
            if (!member.IsMerge && !member.IsDropped)
            {
                members.Add(new SpecMember(member.Name, member.NameSpan, member.Value));
                names.Add(member.Name);
            }
        }

        foreach (ref readonly var member in pending)
        {
            if (!member.IsMerge)
            {
                continue;
            }

            if (member.Value.Kind == SpecNodeKind.Mapping)
            {
                TakeOver(member.Value, members, names);
            }

            foreach (var item in member.Value.Items)
            {
                TakeOver(item, members, names);
            }
        }

        return members.ToArray();
    }

    private static void TakeOver(SpecNode mapping, List<SpecMember> members, HashSet<string> names)
    {
        foreach (var member in mapping.Members)
        {
            if (names.Add(member.Name))
            {
                members.Add(member);
            }
        }
    }
}
