using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Writes what a method's summary says to callers in other assemblies.</summary>
/// <param name="summary">The summary.</param>
/// <param name="settled">Replaces what the method reads from its own object by what other methods put there.</param>
internal sealed class SummaryWriter(FlowSummary summary, Func<FlowValue, FlowValue> settled)
{
    private readonly FlowSummary _summary = summary;
    private readonly Func<FlowValue, FlowValue> _settled = settled;
    private readonly SortedSet<int> _made = [];

    public string Write()
    {
        var parts = new List<string> { Fields("r", Of(_summary.Return)) };
        parts.AddRange(_summary.Outs.Select(entry => Fields("o", SummaryText.Number(entry.Key), Of(entry.Value))));
        if (_summary.Thrown is { } thrown)
        {
            parts.Add(Fields("t", Of(thrown)));
        }

        foreach (var site in _summary.Heap.Where(site => IsTold(site.Key)))
        {
            if (_summary.Sites[site.Key].Input is { } input)
            {
                parts.Add(Fields("i", SummaryText.Number(site.Key), Of(input)));
            }
            else
            {
                _made.Add(site.Key);
            }

            parts.AddRange(site.Value.OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => Fields("m", SummaryText.Number(site.Key), SummaryText.Escape(member.Key), Of(member.Value))));
        }

        parts.AddRange(_summary.Hits.Where(IsCallersMatter).Select(Of).Distinct(StringComparer.Ordinal));
        parts.AddRange(_made.Select(site => Fields(_summary.Sites[site].IsFresh ? "f" : "n", SummaryText.Number(site))));
        return SummaryText.Version + SummaryText.Part + string.Join(SummaryText.Part.ToString(), parts);
    }

    /// <summary>What reaches the sink, or where it goes, depends on the caller.</summary>
    public static bool IsCallersMatter(FlowHit hit) => hit.Value.Inputs.Any(IsTold) || (hit.Host is { } host && host.Inputs.Any(IsTold));

    private static bool IsTold(FlowInput input) => input.Parameter >= FlowInput.This;

    private bool IsTold(int site) => _summary.Sites[site] is { Kind: not FlowSiteKind.Function } described && (described.Input is null || IsTold(described.Input));

    private string Of(FlowHit hit) => Fields(
        "h", SummaryText.Number((int)hit.Sink.Kind), SummaryText.Escape(hit.Sink.Name), SummaryText.Escape(hit.Sink.ProviderId ?? string.Empty),
        Of(hit.Value), Of(hit.Client), hit.Host is null ? string.Empty : Of(hit.Host));

    private string Of(FlowValue value)
    {
        value = _settled(value);
        var sites = value.Sites.Where(site => _summary.Sites[site].Kind == FlowSiteKind.Made).ToList();
        _made.UnionWith(sites);

        // One origin of a kind is enough: its place in the other project cannot be shown anyway.
        var origins = value.Origins.GroupBy(origin => origin.Kind).Select(group => group.First()).Select(origin =>
            string.Join(SummaryText.ItemField.ToString(), SummaryText.Number((int)origin.Kind), SummaryText.Number((int)origin.Confidence), SummaryText.Escape(origin.Name)));
        return string.Join(
            SummaryText.ValueField.ToString(),
            Items(origins),
            Items(value.Inputs.Where(IsTold).Select(Of)),
            SummaryText.Bits(value.Cleared),
            (value.MayBeInitial ? "i" : string.Empty) + (value.IsGuarded ? "g" : string.Empty) + (value.IsSanitized ? "s" : string.Empty),
            Items(sites.Select(SummaryText.Number)));
    }

    private static string Of(FlowInput input) => string.Join(
        SummaryText.ItemField.ToString(),
        SummaryText.Number(input.Parameter), SummaryText.Escape(input.Path), SummaryText.Number((int)input.Form), SummaryText.Bits(input.Passing));

    private static string Items(IEnumerable<string> items) => string.Join(SummaryText.Item.ToString(), items);

    private static string Fields(params string[] fields) => string.Join(SummaryText.Field.ToString(), fields);
}
