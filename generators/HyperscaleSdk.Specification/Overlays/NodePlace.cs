using System;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>A node together with the way to it from the root: a node that an alias shares has several places.</summary>
internal sealed class NodePlace : IEquatable<NodePlace>
{
    private readonly int _hash;

    private NodePlace(NodePlace? parent, string? name, int index, SpecNode node)
    {
        Parent = parent;
        Name = name;
        Index = index;
        Node = node;
        Depth = parent is null ? 0 : parent.Depth + 1;
        _hash = unchecked(((parent?._hash ?? 17) * 31) + (name is null ? index : StringComparer.Ordinal.GetHashCode(name)));
    }

    /// <summary>The place that holds it; null at the root.</summary>
    public NodePlace? Parent { get; }

    /// <summary>Its member name; null in a sequence and at the root.</summary>
    public string? Name { get; }

    /// <summary>Its index in a sequence, from 0; -1 otherwise.</summary>
    public int Index { get; }

    public SpecNode Node { get; }

    /// <summary>Levels below the root.</summary>
    public int Depth { get; }

    public static NodePlace Root(SpecNode node) => new(parent: null, name: null, -1, node);

    public NodePlace Member(SpecMember member) => new(this, member.Name, -1, member.Value);

    public NodePlace Item(int index) => new(this, name: null, index, Node.Items[index]);

    public bool Equals(NodePlace? other)
    {
        var left = this;
        var right = other;
        while (left is not null && right is not null && !ReferenceEquals(left, right))
        {
            if (left._hash != right._hash || left.Index != right.Index || !string.Equals(left.Name, right.Name, StringComparison.Ordinal))
            {
                return false;
            }

            left = left.Parent;
            right = right.Parent;
        }

        return ReferenceEquals(left, right);
    }

    public override bool Equals(object? obj) => Equals(obj as NodePlace);

    public override int GetHashCode() => _hash;
}
