using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// A value in a document, with the place where it was written. Immutable. A YAML alias yields the very node that its anchor
/// names, so that one node can be reached on several ways; there are no cycles.
/// </summary>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    sealed class SpecNode
{
    // A mapping of fewer members is searched faster than it is hashed.
    private const int IndexThreshold = 8;

    private static readonly SpecNode[] NoItems = [];
    private static readonly SpecMember[] NoMembers = [];

    private readonly object? _content;
    private Dictionary<string, SpecNode>? _index;

    private SpecNode(SpecNodeKind kind, object? content, SourceSpan span)
    {
        Kind = kind;
        _content = content;
        Span = span;
    }

    /// <summary>What the node holds.</summary>
    public SpecNodeKind Kind { get; }

    /// <summary>The value as written, from its first to its last character; the anchored value for a YAML alias.</summary>
    public SourceSpan Span { get; }

    /// <summary>
    /// Decoded text of a string; source text of a number (<c>1.e-8</c> stays as written); <c>"true"</c> or <c>"false"</c>;
    /// null for everything else.
    /// </summary>
    public string? Scalar => _content as string;

    /// <summary>The values of a sequence in source order; empty for every other kind.</summary>
    public IReadOnlyList<SpecNode> Items => _content as SpecNode[] ?? NoItems;

    /// <summary>The members of a mapping in source order, each name once; empty for every other kind.</summary>
    public IReadOnlyList<SpecMember> Members => _content as SpecMember[] ?? NoMembers;

    /// <summary>The value of a member, found without a walk over all of them.</summary>
    /// <param name="name">Decoded key, compared by ordinal.</param>
    /// <returns>The value; null when there is no such member or when this is not a mapping.</returns>
    public SpecNode? this[string name]
    {
        get
        {
            if (_content is not SpecMember[] members)
            {
                return null;
            }

            if (members.Length > IndexThreshold)
            {
                return (_index ??= BuildIndex(members)).TryGetValue(name, out var found) ? found : null;
            }

            foreach (ref readonly var member in members.AsSpan())
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Makes a mapping that was not written as such, for merged documents. Of equal names the last one is kept.</summary>
    /// <param name="members">Members in order.</param>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode Mapping(IEnumerable<SpecMember> members, SourceSpan span)
    {
        if (members is null)
        {
            throw new ArgumentNullException(nameof(members));
        }

        var kept = new List<SpecMember>(members);
        var places = new Dictionary<string, int>(kept.Count, StringComparer.Ordinal);
        for (var i = 0; i < kept.Count; i++)
        {
            places[kept[i].Name] = i;
        }

        if (places.Count != kept.Count)
        {
            var all = kept;
            kept = new List<SpecMember>(places.Count);
            for (var i = 0; i < all.Count; i++)
            {
                if (places[all[i].Name] == i)
                {
                    kept.Add(all[i]);
                }
            }
        }

        return FromMembers(kept.ToArray(), span);
    }

    /// <summary>Makes a sequence that was not written as such.</summary>
    /// <param name="items">Values in order.</param>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode Sequence(IEnumerable<SpecNode> items, SourceSpan span) =>
        FromItems(new List<SpecNode>(items ?? throw new ArgumentNullException(nameof(items))).ToArray(), span);

    /// <summary>Makes a string.</summary>
    /// <param name="value">Decoded text.</param>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode String(string value, SourceSpan span) =>
        new(SpecNodeKind.String, value ?? throw new ArgumentNullException(nameof(value)), span);

    /// <summary>Makes a number.</summary>
    /// <param name="value">The number in the invariant culture, as JSON or the YAML 1.2 core schema writes it.</param>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode Number(string value, SourceSpan span) =>
        new(SpecNodeKind.Number, value ?? throw new ArgumentNullException(nameof(value)), span);

    /// <summary>Makes a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode Boolean(bool value, SourceSpan span) => new(SpecNodeKind.Boolean, value ? "true" : "false", span);

    /// <summary>Makes a null.</summary>
    /// <param name="span">The place to report for it.</param>
    /// <returns>The node.</returns>
    public static SpecNode Null(SourceSpan span) => new(SpecNodeKind.Null, null, span);

    /// <summary>The text of a string.</summary>
    /// <returns><see cref="Scalar"/> when <see cref="Kind"/> is <see cref="SpecNodeKind.String"/>; otherwise null.</returns>
    public string? AsString() => Kind == SpecNodeKind.String ? Scalar : null;

    /// <summary>Reads a boolean.</summary>
    /// <param name="value">The value; false when this is not a boolean.</param>
    /// <returns>Whether this is a boolean.</returns>
    public bool TryGetBoolean(out bool value)
    {
        var isBoolean = Kind == SpecNodeKind.Boolean;
        value = isBoolean && string.Equals(Scalar, "true", StringComparison.Ordinal);
        return isBoolean;
    }

    /// <summary>Reads a whole number: decimal, hexadecimal (<c>0x</c>), octal (<c>0o</c>), or one like <c>1.0</c> and <c>1e3</c>.</summary>
    /// <param name="value">The value; 0 when there is none.</param>
    /// <returns>Whether this is a number without a fraction that fits.</returns>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return Kind == SpecNodeKind.Number && NumberText.TryGetInt64(Scalar!, out value);
    }

    /// <summary>Reads a number as a double, <c>.inf</c> and <c>.nan</c> included.</summary>
    /// <param name="value">The nearest value; 0 when there is none.</param>
    /// <returns>Whether this is a number.</returns>
    public bool TryGetDouble(out double value)
    {
        value = 0;
        return Kind == SpecNodeKind.Number && NumberText.TryGetDouble(Scalar!, out value);
    }

    /// <summary>Reads a number as a decimal.</summary>
    /// <param name="value">The value; 0 when there is none.</param>
    /// <returns>Whether this is a finite number within the range of <see cref="decimal"/> that does not vanish in it.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        return Kind == SpecNodeKind.Number && NumberText.TryGetDecimal(Scalar!, out value);
    }

    /// <summary>Kind and place, for debugging.</summary>
    /// <returns>A short description without the value.</returns>
    public override string ToString() => FormattableString.Invariant($"{Kind} at {Span.Start}+{Span.Length}");

    /// <summary>The same value, reported at another place.</summary>
    internal SpecNode At(SourceSpan span) => new(Kind, _content, span);

    internal static SpecNode FromMembers(SpecMember[] members, SourceSpan span) => new(SpecNodeKind.Mapping, members, span);

    internal static SpecNode FromItems(SpecNode[] items, SourceSpan span) => new(SpecNodeKind.Sequence, items, span);

    private static Dictionary<string, SpecNode> BuildIndex(SpecMember[] members)
    {
        var index = new Dictionary<string, SpecNode>(members.Length, StringComparer.Ordinal);
        foreach (ref readonly var member in members.AsSpan())
        {
            index[member.Name] = member.Value;
        }

        return index;
    }
}
