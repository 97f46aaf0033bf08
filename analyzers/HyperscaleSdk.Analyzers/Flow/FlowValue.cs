using System;
using System.Collections.Immutable;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// What is known about a value: the personal data in its text, the kinds that it surely does not hold, and the objects
/// that it may refer to. Immutable; <see cref="Join"/> is the lattice's join.
/// </summary>
internal sealed class FlowValue : IEquatable<FlowValue>
{
    /// <summary>More objects than this are not told apart: their contents are then joined into the value itself.</summary>
    public const int MostSites = 8;

    private const int MostOrigins = 8;
    private const uint AllKinds = uint.MaxValue;

    public static readonly FlowValue Unknown = new([], 0, [], mayBeInitial: false);

    /// <summary>Constants and redacted text: holds no personal data whatever its name says.</summary>
    public static readonly FlowValue Clean = new([], AllKinds, [], mayBeInitial: false);

    private FlowValue(ImmutableArray<FlowOrigin> origins, uint cleared, ImmutableArray<int> sites, bool mayBeInitial)
    {
        Origins = origins;
        Cleared = cleared;
        Sites = sites;
        MayBeInitial = mayBeInitial;
    }

    public ImmutableArray<FlowOrigin> Origins { get; }

    public ImmutableArray<int> Sites { get; }

    /// <summary>On some path the place still holds what it held before the method began.</summary>
    public bool MayBeInitial { get; }

    /// <summary>A constant, null or a cleaned value: nothing can be read out of it.</summary>
    public bool IsNothing => Cleared == AllKinds && Sites.IsEmpty && Origins.IsEmpty && !MayBeInitial;

    private uint Cleared { get; }

    public static FlowValue Of(FlowOrigin origin) => new([origin], 0, [], mayBeInitial: false);

    public static FlowValue At(int site) => new([], 0, [site], mayBeInitial: false);

    public bool IsCleared(PersonalDataKind kind) => (Cleared & Bit(kind)) != 0;

    public bool Holds(PersonalDataKind kind) => Origins.Any(origin => origin.Kind == kind);

    public FlowValue WithInitial() => MayBeInitial ? this : new FlowValue(Origins, Cleared, Sites, mayBeInitial: true);

    public FlowValue WithSite(int site) => Sites.Contains(site) ? this : new FlowValue(Origins, Cleared, Sites.Add(site).Sort(), MayBeInitial);

    /// <summary>The same data without the objects: what a text made of the value holds.</summary>
    public FlowValue AsText() => Sites.IsEmpty ? this : new FlowValue(Origins, Cleared, [], MayBeInitial);

    public FlowValue Without(Func<FlowOrigin, bool> removed)
    {
        var kept = Origins.Where(origin => !removed(origin)).ToImmutableArray();
        return kept.Length == Origins.Length ? this : new FlowValue(kept, Cleared, Sites, MayBeInitial);
    }

    public FlowValue Add(FlowOrigin origin) =>
        Contains(Origins, origin) ? this : new FlowValue(Merge(Origins, [origin]), Cleared & ~Bit(origin.Kind), Sites, MayBeInitial);

    public FlowValue Join(FlowValue other)
    {
        if (ReferenceEquals(this, other) || Equals(other))
        {
            return this;
        }

        return new FlowValue(
            Merge(Origins, other.Origins),
            Cleared & other.Cleared,
            Union(Sites, other.Sites),
            MayBeInitial || other.MayBeInitial);
    }

    public bool Equals(FlowValue? other) =>
        other is not null && Cleared == other.Cleared && MayBeInitial == other.MayBeInitial
        && Sites.SequenceEqual(other.Sites) && Origins.SequenceEqual(other.Origins);

    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    public override int GetHashCode() => unchecked((Origins.Length * 397) ^ (Sites.Length * 31) ^ (int)Cleared);

    private static uint Bit(PersonalDataKind kind) => 1u << (int)kind;

    private static ImmutableArray<int> Union(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? right : left;
        }

        return left.Union(right).OrderBy(site => site).Take(MostSites).ToImmutableArray();
    }

    private static bool Contains(ImmutableArray<FlowOrigin> origins, FlowOrigin wanted)
    {
        foreach (var origin in origins)
        {
            if (origin.Equals(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<FlowOrigin> Merge(ImmutableArray<FlowOrigin> left, ImmutableArray<FlowOrigin> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? right : left;
        }

        // Ordered by kind and place, so that the result does not depend on the order of visits; a few per value are enough for the trace.
        return left.Concat(right).Distinct()
            .OrderBy(origin => origin.Kind).ThenByDescending(origin => origin.Confidence)
            .ThenBy(origin => origin.Read.SourceSpan.Start).ThenBy(origin => origin.Name, StringComparer.Ordinal)
            .GroupBy(origin => origin.Kind).SelectMany(group => group.Take(MostOrigins / 2)).ToImmutableArray();
    }
}
