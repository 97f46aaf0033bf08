using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Reads a summary that another assembly carries, for one call: its places lie in code that is not here, so that the call stands
/// for them. Parts that are not understood are left out.
/// </summary>
/// <param name="method">The called method.</param>
/// <param name="call">The call.</param>
internal sealed class SummaryReader(IMethodSymbol method, SyntaxNode call)
{
    private const string Through = " → ";

    private readonly string _name = method.ContainingType.Name + "." + (method.AssociatedSymbol ?? method).Name.Replace(".ctor", "new");
    private readonly SyntaxNode _call = call;
    private readonly FlowSites _sites = new();
    private readonly Dictionary<int, int> _numbers = [];

    /// <summary>True when something that is given to the method may be sent or logged.</summary>
    public static bool HasSink(string text) => text.IndexOf(";h=", StringComparison.Ordinal) >= 0;

    /// <summary>True when the text may speak of data of that kind.</summary>
    public static bool MayGive(string text, PersonalDataKind kind) => text.IndexOf(SummaryText.Number((int)kind) + SummaryText.ItemField, StringComparison.Ordinal) >= 0;

    /// <returns>The summary; null when the text is of another version.</returns>
    public FlowSummary? Read(string text)
    {
        var parts = text.Split(SummaryText.Part);
        if (!string.Equals(parts[0], SummaryText.Version, StringComparison.Ordinal))
        {
            return null;
        }

        // Objects first: values name them.
        var split = new List<string[]>(parts.Length);
        foreach (var part in parts)
        {
            var fields = part.Split(SummaryText.Field);
            split.Add(fields);
            Declare(fields);
        }

        return Read(split);
    }

    private void Declare(string[] fields)
    {
        if (fields.Length < 2 || !SummaryText.TryNumber(fields[1], out var number))
        {
            return;
        }

        switch (fields[0])
        {
            case "f" or "n":
                _numbers[number] = _sites.Add(new FlowSite(FlowSiteKind.Made, string.Equals(fields[0], "f", StringComparison.Ordinal)));
                break;
            case "i" when fields.Length > 2 && Input(fields[2]) is { } input:
                _numbers[number] = _sites.Incoming(input);
                break;
        }
    }

    private FlowSummary Read(List<string[]> parts)
    {
        var result = FlowValue.Unknown;
        FlowValue? thrown = null;
        var outs = new SortedList<int, FlowValue>();
        var heap = new SortedList<int, ImmutableDictionary<string, FlowValue>>();
        var hits = ImmutableArray.CreateBuilder<FlowHit>();
        foreach (var fields in parts)
        {
            switch (fields[0])
            {
                case "r" when fields.Length > 1:
                    result = Value(fields[1]);
                    break;
                case "t" when fields.Length > 1:
                    thrown = Value(fields[1]);
                    break;
                case "o" when fields.Length > 2 && SummaryText.TryNumber(fields[1], out var ordinal):
                    outs[ordinal] = Value(fields[2]);
                    break;
                case "m" when fields.Length > 3 && SummaryText.TryNumber(fields[1], out var number) && _numbers.TryGetValue(number, out var site):
                    heap[site] = (heap.TryGetValue(site, out var members) ? members : ImmutableDictionary.Create<string, FlowValue>(StringComparer.Ordinal)).SetItem(SummaryText.Unescape(fields[2]), Value(fields[3]));
                    break;
                case "h" when fields.Length > 6 && Hit(fields) is { } hit:
                    hits.Add(hit);
                    break;
            }
        }

        return new FlowSummary { Return = result, Thrown = thrown, Outs = outs, Heap = heap, Sites = _sites, Hits = hits.ToImmutable() };
    }

    private FlowHit? Hit(string[] fields)
    {
        if (!SummaryText.TryNumber(fields[1], out var kind) || kind is < 0 or > (int)FlowSinkKind.Log)
        {
            return null;
        }

        // The method that is called here, and the call in it that sends; what lies between them is the other project's own.
        var sends = SummaryText.Unescape(fields[2]);
        var last = sends.LastIndexOf(Through, StringComparison.Ordinal);
        var name = _name + Through + (last < 0 ? sends : sends.Substring(last + Through.Length));
        var sink = new FlowSink((FlowSinkKind)kind, name, _call, ClientSyntax: null, fields[3].Length == 0 ? null : SummaryText.Unescape(fields[3]));
        return new FlowHit(sink, _call, Value(fields[4]), Value(fields[5]), fields[6].Length == 0 ? null : Value(fields[6]));
    }

    private FlowValue Value(string text)
    {
        var fields = text.Split(SummaryText.ValueField);
        if (fields.Length < 5 || !SummaryText.TryBits(fields[2], out var cleared))
        {
            return FlowValue.Unknown;
        }

        var value = FlowValue.Told(
            Items(fields[0]).Select(Origin).OfType<FlowOrigin>(),
            Items(fields[1]).Select(Input).OfType<FlowInput>(),
            cleared,
            Items(fields[4]).Select(item => SummaryText.TryNumber(item, out var number) && _numbers.TryGetValue(number, out var site) ? site : -1).Where(site => site >= 0),
            isSanitized: fields[3].IndexOf('s') >= 0);
        value = fields[3].IndexOf('g') >= 0 ? value.AsGuarded() : value;
        return fields[3].IndexOf('i') >= 0 ? value.WithInitial() : value;
    }

    private FlowOrigin? Origin(string item)
    {
        var fields = item.Split(SummaryText.ItemField);
        if (fields.Length < 3 || !SummaryText.TryNumber(fields[0], out var kind) || kind is < 0 or > (int)FlowLabel.PseudonymValue || !SummaryText.TryNumber(fields[1], out var confidence))
        {
            return null;
        }

        // What is read there has a name that this project does not know; the called method has one that it does.
        var name = FlowLabel.IsPersonalData((PersonalDataKind)kind) ? _name : SummaryText.Unescape(fields[2]);
        return new FlowOrigin((PersonalDataKind)kind, (PersonalDataConfidence)confidence, name, _call.GetLocation(), Declaration: null);
    }

    private static FlowInput? Input(string item)
    {
        var fields = item.Split(SummaryText.ItemField);
        return fields.Length >= 4 && SummaryText.TryNumber(fields[0], out var parameter) && SummaryText.TryNumber(fields[2], out var form) && SummaryText.TryBits(fields[3], out var passing)
            && form is >= 0 and <= (int)FlowForm.Deep && parameter >= FlowInput.This
            ? new FlowInput(parameter, null, SummaryText.Unescape(fields[1]), (FlowForm)form, passing)
            : null;
    }

    private static string[] Items(string text) => text.Length == 0 ? [] : text.Split(SummaryText.Item);
}
