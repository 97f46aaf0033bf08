using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// What is known about a value: the personal data in its text, what of it came in from outside, the kinds that it surely
/// does not hold, and the objects that it may refer to. Immutable; <see cref="Join"/> is the lattice's join.
/// </summary>
internal sealed class FlowValue : IEquatable<FlowValue>
{
    /// <summary>More objects than this are not told apart.</summary>
    public const int MostSites = 32;

    private const int MostOriginsOfAKind = 4;
    private const int MostInputs = 24;

    public static readonly FlowValue Unknown = new([], [], 0, [], FlowFlags.None);

    /// <summary>Constants and redacted text: holds no personal data whatever its name says.</summary>
    public static readonly FlowValue Clean = new([], [], uint.MaxValue, [], FlowFlags.None);

    /// <summary>What a sanitizer gives: clean by intent, and not by chance as a constant is.</summary>
    public static readonly FlowValue Redacted = new([], [], uint.MaxValue, [], FlowFlags.Sanitized);

    private readonly FlowFlags _flags;

    private FlowValue(ImmutableArray<FlowOrigin> origins, ImmutableArray<FlowInput> inputs, uint cleared, ImmutableArray<int> sites, FlowFlags flags)
    {
        Origins = origins;
        Inputs = inputs;
        Cleared = cleared;
        Sites = sites;
        _flags = flags;
    }

    [Flags]
    private enum FlowFlags
    {
        None = 0,
        MayBeInitial = 1,
        Guarded = 2,
        Sanitized = 4,
    }

    public ImmutableArray<FlowOrigin> Origins { get; }

    public ImmutableArray<FlowInput> Inputs { get; }

    public ImmutableArray<int> Sites { get; }

    /// <summary>On some path the place still holds what it held before the method began.</summary>
    public bool MayBeInitial => _flags.HasFlag(FlowFlags.MayBeInitial);

    /// <summary>A client with the personal-data guard around it.</summary>
    public bool IsGuarded => _flags.HasFlag(FlowFlags.Guarded);

    public bool IsSanitized => _flags.HasFlag(FlowFlags.Sanitized);

    /// <summary>A constant, null or a cleaned value: nothing can be read out of it.</summary>
    public bool IsNothing => Cleared == uint.MaxValue && Sites.IsEmpty && Origins.IsEmpty && Inputs.IsEmpty && !MayBeInitial;

    /// <summary>Neither data nor anything from outside: nothing to follow.</summary>
    public bool IsBlank => Origins.IsEmpty && Inputs.IsEmpty;

    /// <summary>Bits of the kinds that the value surely does not hold.</summary>
    public uint Cleared { get; }

    public static FlowValue Of(FlowOrigin origin) => new([origin], [], 0, [], FlowFlags.None);

    /// <summary>A value that another assembly speaks of.</summary>
    public static FlowValue Told(IEnumerable<FlowOrigin> origins, IEnumerable<FlowInput> inputs, uint cleared, IEnumerable<int> sites, bool isSanitized) =>
        new(Merge([], [.. origins]), Sort(inputs), cleared, [.. sites.Distinct().OrderBy(site => site).Take(MostSites)], isSanitized ? FlowFlags.Sanitized : FlowFlags.None);

    public static FlowValue At(int site) => new([], [], 0, [site], FlowFlags.None);

    public static FlowValue From(FlowInput input) => new([], [input], 0, [], FlowFlags.None);

    /// <summary>The answer of a model: no personal data that was sent comes back with it.</summary>
    public static FlowValue Answer(FlowOrigin origin) => new([origin], [], FlowLabel.AllPersonalData, [], FlowFlags.None);

    public bool IsCleared(PersonalDataKind kind) => (Cleared & FlowLabel.Bit(kind)) != 0;

    public bool Holds(PersonalDataKind kind)
    {
        foreach (var origin in Origins)
        {
            if (origin.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    public FlowValue WithInitial() => MayBeInitial ? this : With(flags: _flags | FlowFlags.MayBeInitial);

    public FlowValue WithoutInitial() => MayBeInitial ? With(flags: _flags & ~FlowFlags.MayBeInitial) : this;

    public FlowValue AsGuarded() => With(flags: _flags | FlowFlags.Guarded);

    public FlowValue WithSite(int site) => Sites.Contains(site) ? this : With(sites: Union(Sites, [site]));

    public FlowValue WithSites(ImmutableArray<int> sites) => sites.SequenceEqual(Sites) ? this : With(sites: sites);

    public FlowValue WithoutOrigins() => Origins.IsEmpty ? this : new FlowValue([], Inputs, Cleared, Sites, _flags);

    public FlowValue WithoutInputs() => Inputs.IsEmpty ? this : new FlowValue(Origins, [], Cleared, Sites, _flags);

    /// <summary>The same data without the objects: what a text made of the value holds.</summary>
    public FlowValue AsText(FlowForm form = FlowForm.Text)
    {
        if (Sites.IsEmpty && (Inputs.IsEmpty || Inputs.All(input => input.Form >= form)))
        {
            return this;
        }

        return new FlowValue(Origins, Sort(Inputs.Select(input => input.As(form))), Cleared, [], _flags);
    }

    /// <summary>The value after a sanitizer of these kinds.</summary>
    public FlowValue Without(uint kinds)
    {
        if (IsBlank)
        {
            return new FlowValue(Origins, Inputs, Cleared | kinds, Sites, _flags | FlowFlags.Sanitized);
        }

        var inputs = Inputs.Select(input => input with { Passing = input.Passing & ~kinds }).Where(input => input.Passing != 0);
        return new FlowValue(OriginsWithin(~kinds), Sort(inputs), Cleared | kinds, Sites, _flags);
    }

    /// <summary>The same, but what came in from outside passes without these kinds.</summary>
    public FlowValue WithoutInputsOf(uint kinds) => Inputs.IsEmpty ? this
        : new(Origins, Sort(Inputs.Select(input => input with { Passing = input.Passing & ~kinds }).Where(input => input.Passing != 0)), Cleared, Sites, _flags);

    /// <summary>Only what an input lets pass.</summary>
    public FlowValue Through(uint passing) => passing == uint.MaxValue ? this : Without(~passing);

    /// <param name="changed">Gives null where an origin is none.</param>
    public FlowValue Map(Func<FlowOrigin, FlowOrigin?> changed)
    {
        var value = new FlowValue([], Inputs, Cleared, Sites, _flags);
        foreach (var origin in Origins.Select(changed).OfType<FlowOrigin>())
        {
            value = value.Add(origin);
        }

        return value;
    }

    public FlowValue Add(FlowOrigin origin) =>
        Origins.Contains(origin) ? this : new FlowValue(Merge(Origins, [origin]), Inputs, Cleared & ~FlowLabel.Bit(origin.Kind), Sites, _flags);

    public FlowValue Join(FlowValue other)
    {
        if (ReferenceEquals(this, other) || Equals(other))
        {
            return this;
        }

        return new FlowValue(
            Merge(Origins, other.Origins),
            Merge(Inputs, other.Inputs),
            Cleared & other.Cleared,
            Union(Sites, other.Sites),
            (_flags | other._flags) & FlowFlags.MayBeInitial | _flags & other._flags & (FlowFlags.Guarded | FlowFlags.Sanitized));
    }

    public bool Equals(FlowValue? other) =>
        other is not null && Cleared == other.Cleared && _flags == other._flags
        && Sites.SequenceEqual(other.Sites) && Origins.SequenceEqual(other.Origins) && Inputs.SequenceEqual(other.Inputs);

    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    public override int GetHashCode() => unchecked((Origins.Length * 397) ^ (Inputs.Length * 17) ^ (Sites.Length * 31) ^ (int)Cleared);

    private FlowValue With(ImmutableArray<int>? sites = null, FlowFlags? flags = null) => new(Origins, Inputs, Cleared, sites ?? Sites, flags ?? _flags);

    private ImmutableArray<FlowOrigin> OriginsWithin(uint kinds) => [.. Origins.Where(origin => (kinds & FlowLabel.Bit(origin.Kind)) != 0)];

    private static ImmutableArray<int> Union(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? right : left;
        }

        return [.. left.Union(right).OrderBy(site => site).Take(MostSites)];
    }

    // Both are sorted, each place once.
    private static ImmutableArray<FlowInput> Merge(ImmutableArray<FlowInput> left, ImmutableArray<FlowInput> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? right : left;
        }

        var merged = ImmutableArray.CreateBuilder<FlowInput>(left.Length + right.Length);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            var order = l == left.Length ? 1 : r == right.Length ? -1 : FlowInput.Compare(left[l], right[r]);
            merged.Add(order < 0 ? left[l] : order > 0 ? right[r] : left[l] with { Passing = left[l].Passing | right[r].Passing });
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return Uncovered(merged);
    }

    private static ImmutableArray<FlowInput> Uncovered(ImmutableArray<FlowInput>.Builder sorted)
    {
        // The whole of an object stands just before its parts.
        var kept = 0;
        FlowInput? whole = null;
        for (var i = 0; i < sorted.Count; i++)
        {
            var input = sorted[i];
            if (whole?.Covers(input) != true)
            {
                whole = input.Form == FlowForm.Deep ? input : whole;
                sorted[kept++] = input;
            }
        }

        sorted.Count = System.Math.Min(kept, MostInputs);
        return sorted.ToImmutable();
    }

    private static ImmutableArray<FlowInput> Sort(IEnumerable<FlowInput> inputs)
    {
        var sorted = ImmutableArray.CreateBuilder<FlowInput>();
        sorted.AddRange(inputs);
        sorted.Sort(FlowInput.Compare);
        var kept = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (kept > 0 && sorted[kept - 1].IsSamePlace(sorted[i]))
            {
                sorted[kept - 1] = sorted[i] with { Passing = sorted[i].Passing | sorted[kept - 1].Passing };
            }
            else
            {
                sorted[kept++] = sorted[i];
            }
        }

        sorted.Count = kept;
        return Uncovered(sorted);
    }

    // What is so in one way for every caller is so.
    private static FlowOrigin Common(IGrouping<FlowOrigin, FlowOrigin> same) => same.Distinct().Count() == 1 ? same.First() : same.Key;

    private static ImmutableArray<FlowOrigin> Merge(ImmutableArray<FlowOrigin> left, ImmutableArray<FlowOrigin> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? right : left;
        }

        // Ordered by kind and place, so that the result does not depend on the order of visits; a few per kind are enough for the trace.
        return [.. WithTable([.. left, .. right]).GroupBy(origin => origin with { Place = null }).Select(Common)
            .OrderBy(origin => origin.Kind).ThenByDescending(origin => origin.Confidence)
            .ThenBy(origin => origin.Read.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(origin => origin.Read.SourceSpan.Start).ThenBy(origin => origin.Name, StringComparer.Ordinal)
            .GroupBy(origin => origin.Kind).SelectMany(group => group.Take(MostOriginsOfAKind))];
    }

    // Pseudonyms and people of one table, written out entry by entry, are the table.
    private static IEnumerable<FlowOrigin> WithTable(FlowOrigin[] origins)
    {
        var person = Array.Find(origins, origin => origin.Kind == FlowLabel.PseudonymValue && Array.Exists(origins, other => other.Kind == FlowLabel.PseudonymKey && other.Name == origin.Name));
        return person is null ? origins : origins.Append(person with { Kind = FlowLabel.PseudonymMap });
    }
}
