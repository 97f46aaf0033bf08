using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>A value within a condition: a literal, a node, or nothing.</summary>
internal static class JsonPathValue
{
    public static SpecNode Literal(string text) => SpecNode.String(text, default);

    public static SpecNode Literal(long number) => SpecNode.Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture), default);

    /// <summary>Compares by value; nothing equals only nothing.</summary>
    public static bool AreEqual(SpecNode? left, SpecNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        switch (left.Kind)
        {
            case SpecNodeKind.Number:
                return left.TryGetDouble(out var one) && right.TryGetDouble(out var other) && one.Equals(other);
            case SpecNodeKind.Sequence:
                return AllEqual(left.Items, right.Items);
            case SpecNodeKind.Mapping:
                return MembersEqual(left, right);
            default:
                return string.Equals(left.Scalar, right.Scalar, StringComparison.Ordinal);
        }
    }

    /// <summary>Whether both have an order and the first comes before the second.</summary>
    public static bool IsLess(SpecNode? left, SpecNode? right)
    {
        if (left is { Kind: SpecNodeKind.String } && right is { Kind: SpecNodeKind.String })
        {
            return string.CompareOrdinal(left.Scalar, right.Scalar) < 0;
        }

        return left is not null && right is not null && left.TryGetDouble(out var one) && right.TryGetDouble(out var other) && one < other;
    }

    private static bool AllEqual(IReadOnlyList<SpecNode> left, IReadOnlyList<SpecNode> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MembersEqual(SpecNode left, SpecNode right)
    {
        if (left.Members.Count != right.Members.Count)
        {
            return false;
        }

        foreach (var member in left.Members)
        {
            if (right[member.Name] is not { } value || !AreEqual(member.Value, value))
            {
                return false;
            }
        }

        return true;
    }
}
