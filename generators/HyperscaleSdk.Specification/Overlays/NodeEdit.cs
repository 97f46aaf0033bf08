using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>Changes at several places of a tree, made in one walk: nodes are immutable, so what lies above a change is laid anew.</summary>
internal sealed class NodeEdit
{
    private readonly Dictionary<string, NodeEdit> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NodeEdit> _items = new();
    private bool _isTarget;

    public static NodeEdit At(IEnumerable<NodePlace> places)
    {
        var root = new NodeEdit();
        foreach (var place in places)
        {
            root.Find(place)._isTarget = true;
        }

        return root;
    }

    /// <summary>The changed tree; null where the change takes the node away.</summary>
    public SpecNode? Apply(SpecNode node, Func<SpecNode, SpecNode?> change)
    {
        var changed = node;
        if (_members.Count > 0 && node.Kind == SpecNodeKind.Mapping)
        {
            changed = SpecNode.Mapping(
                node.Members.SelectMany(member => !_members.TryGetValue(member.Name, out var edit) ? new[] { member }
                    : edit.Apply(member.Value, change) is { } value ? new[] { new SpecMember(member.Name, member.NameSpan, value) }
                    : Array.Empty<SpecMember>()),
                node.Span);
        }
        else if (_items.Count > 0 && node.Kind == SpecNodeKind.Sequence)
        {
            changed = SpecNode.Sequence(
                node.Items.Select((item, index) => _items.TryGetValue(index, out var edit) ? edit.Apply(item, change) : item).Where(item => item is not null).Select(item => item!),
                node.Span);
        }

        return _isTarget ? change(changed) : changed;
    }

    private NodeEdit Find(NodePlace place)
    {
        if (place.Parent is null)
        {
            return this;
        }

        var parent = Find(place.Parent);
        if (place.Name is { } name)
        {
            return parent._members.TryGetValue(name, out var member) ? member : parent._members[name] = new NodeEdit();
        }

        return parent._items.TryGetValue(place.Index, out var item) ? item : parent._items[place.Index] = new NodeEdit();
    }
}
