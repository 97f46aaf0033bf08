using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// Collects the children of all open containers on two stacks, so that a container allocates nothing but its final array.
/// </summary>
internal sealed class ContainerBuilder(ReadSession session)
{
    private SpecNode[] _items = new SpecNode[64];
    private PendingMember[] _members = new PendingMember[128];
    private int _mappings;

    public int ItemMark { get; private set; }

    public int MemberMark { get; private set; }

    public void AddItem(SpecNode item)
    {
        if (ItemMark == _items.Length)
        {
            Array.Resize(ref _items, ItemMark * 2);
        }

        _items[ItemMark++] = item;
    }

    public void AddMember(in PendingMember member)
    {
        if (MemberMark == _members.Length)
        {
            Array.Resize(ref _members, MemberMark * 2);
        }

        _members[MemberMark++] = member;
    }

    public SpecNode CloseSequence(int mark, SourceSpan span)
    {
        var items = _items.AsSpan(mark, ItemMark - mark).ToArray();
        Array.Clear(_items, mark, items.Length);
        ItemMark = mark;
        session.NodeCount++;
        return SpecNode.FromItems(items, span);
    }

    public SpecNode CloseMapping(int mark, SourceSpan span)
    {
        var pending = _members.AsSpan(mark, MemberMark - mark);
        var dropped = pending.Length > 1 ? DropDuplicates(pending) : 0;
        var merges = 0;
        foreach (ref readonly var member in pending)
        {
            merges += member.IsMerge ? 1 : 0;
        }

        var members = merges == 0 ? Copy(pending, pending.Length - dropped) : YamlMerge.Apply(pending);
        pending.Clear();
        MemberMark = mark;
        session.NodeCount++;
        return SpecNode.FromMembers(members, span);
    }

    private static SpecMember[] Copy(ReadOnlySpan<PendingMember> pending, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var members = new SpecMember[count];
        var next = 0;
        foreach (ref readonly var member in pending)
        {
            if (!member.IsDropped)
            {
                members[next++] = new SpecMember(member.Name, member.NameSpan, member.Value);
            }
        }

        return members;
    }

    private int DropDuplicates(Span<PendingMember> pending)
    {
        var mapping = ++_mappings;
        var dropped = 0;
        for (var i = 0; i < pending.Length; i++)
        {
            if (pending[i].IsMerge)
            {
                continue;
            }

            if (pending[i].NameId == StringTable.NotInterned)
            {
                return DropDuplicatesByName(pending);
            }

            var earlier = session.Strings.Mark(pending[i].NameId, mapping, i);
            if (earlier >= 0)
            {
                dropped += Drop(pending, earlier, i);
            }
        }

        return dropped;
    }

    // Only for documents made so that their names collide: there the table has no number for each name.
    private int DropDuplicatesByName(Span<PendingMember> pending)
    {
        var places = new Dictionary<string, int>(pending.Length, StringComparer.Ordinal);
        var dropped = 0;
        for (var i = 0; i < pending.Length; i++)
        {
            if (pending[i].IsMerge)
            {
                continue;
            }

            if (places.TryGetValue(pending[i].Name, out var earlier))
            {
                dropped += Drop(pending, earlier, i);
            }

            places[pending[i].Name] = i;
        }

        return dropped;
    }

    private int Drop(Span<PendingMember> pending, int earlier, int later)
    {
        if (pending[earlier].IsDropped)
        {
            // Counted and reported before the names turned out to collide.
            return 1;
        }

        pending[earlier].IsDropped = true;
        session.WarnDuplicate(pending[later].Name, pending[earlier].NameSpan, pending[later].NameSpan);
        return 1;
    }
}
