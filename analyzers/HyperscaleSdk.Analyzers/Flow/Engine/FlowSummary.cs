using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a call of a method does, in terms of what comes in: made once, used at every call.</summary>
internal sealed record FlowSummary
{
    public static readonly FlowSummary Empty = new();

    // Of the sinks behind a call, no more are followed: a method that starts half a program leads to all its exceptions.
    private const int MostHitsOfCaller = 48;

    private int _size;
    private FlowHit[]? _hitsOfCaller;
    private IReadOnlyList<FlowPlace>? _declared;

    public FlowValue Return { get; init; } = FlowValue.Clean;

    /// <summary>Objects that get out, with the members that the method wrote. The numbers are the callee's own, the smallest first.</summary>
    public IReadOnlyDictionary<int, ImmutableDictionary<string, FlowValue>> Heap { get; init; } = new SortedList<int, ImmutableDictionary<string, FlowValue>>();

    /// <summary>What the numbers in <see cref="Heap"/> mean.</summary>
    public FlowSites Sites { get; init; } = new();

    /// <summary>What <c>ref</c> and <c>out</c> parameters hold afterwards, by index, the first one first.</summary>
    public IReadOnlyDictionary<int, FlowValue> Outs { get; init; } = new SortedList<int, FlowValue>();

    /// <summary>Static members that were written.</summary>
    public ImmutableArray<KeyValuePair<ISymbol, FlowValue>> Statics { get; init; } = [];

    /// <summary>Variables that a function which gets out has captured.</summary>
    public ImmutableArray<KeyValuePair<ISymbol, FlowValue>> Captured { get; init; } = [];

    public FlowValue? Thrown { get; init; }

    /// <summary>What reaches sinks: here (personal data) and, depending on the caller, of what comes in.</summary>
    public ImmutableArray<FlowHit> Hits { get; init; } = [];

    /// <summary>Parameters and members whose text is sent as it is.</summary>
    public IReadOnlyList<ISymbol> Sent { get; init; } = [];

    /// <summary>The hits that depend on what a caller gives, AI calls first.</summary>
    public IReadOnlyList<FlowHit> HitsOfCaller => _hitsOfCaller ??= [.. Hits.Where(IsOfCaller).OrderBy(hit => hit.Sink.Kind).Take(MostHitsOfCaller)];

    /// <summary>There are more than a caller looks at.</summary>
    public bool HasMoreHits => Hits.Length > MostHitsOfCaller && Hits.Count(IsOfCaller) > MostHitsOfCaller;

    /// <summary>Per hit with personal data, the smallest expressions that carry it, in the order of <see cref="Hits"/>.</summary>
    public FlowValues Values { get; init; } = FlowValues.None;

    /// <summary>Per call of a private method, the places that the caller has cleared of what the method sends; null when there are none.</summary>
    public IReadOnlyDictionary<SyntaxNode, HashSet<FlowPlace>>? Overwritten { get; init; }

    /// <summary>What the method sends because a declaration says so, where the callers may have overwritten it.</summary>
    public IReadOnlyList<FlowPlace> Declared => _declared ??=
        [.. Hits.SelectMany(hit => hit.Value.Origins).Select(origin => origin.Place).OfType<FlowPlace>().Where(OverwrittenPlaces.MayContain).Distinct()];

    /// <summary>The budget ran out, or there was more than a summary carries: something may have been missed.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>How many values a call has to look at.</summary>
    public int Size => _size > 0 ? _size : _size = 1 + Return.Inputs.Length + HitsOfCaller.Sum(hit => 1 + hit.Value.Inputs.Length) + Heap.Sum(site => site.Value.Sum(member => 1 + member.Value.Inputs.Length));

    /// <summary>True when both say the same to a caller.</summary>
    public bool SaysTheSameAs(FlowSummary other) => string.Equals(Describe(), other.Describe(), System.StringComparison.Ordinal);

    private static bool IsOfCaller(FlowHit hit) => !hit.Value.Inputs.IsEmpty || hit.Host is not null;

    private string Describe() => FlowSummaryText.Of(this);
}
