using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A summary in words, free of the numbers of objects: two rounds over a recursion are compared by it.</summary>
internal static class FlowSummaryText
{
    public static string Of(FlowSummary summary)
    {
        var lines = new List<string> { "returns " + Of(summary.Return) };
        foreach (var site in summary.Heap)
        {
            var name = summary.Sites[site.Key].Input is { } input ? Of(input) : "made";
            foreach (var member in site.Value)
            {
                lines.Add(name + "." + member.Key + " = " + Of(member.Value));
            }
        }

        foreach (var entry in summary.Outs)
        {
            lines.Add("out " + entry.Key.ToString(CultureInfo.InvariantCulture) + " = " + Of(entry.Value));
        }

        foreach (var entry in summary.Statics)
        {
            lines.Add("static " + entry.Key.ToDisplayString() + " = " + Of(entry.Value));
        }

        foreach (var hit in summary.Hits)
        {
            lines.Add("hit " + hit.Sink.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture) + " " + Of(hit.Value));
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join("\n", lines);
    }

    private static string Of(FlowValue value)
    {
        var text = new StringBuilder();
        foreach (var origin in value.Origins)
        {
            text.Append((int)origin.Kind).Append('@').Append(origin.Read.SourceSpan.Start).Append(origin.Place is { } place ? Of(place.Input) : null).Append(' ');
        }

        foreach (var input in value.Inputs)
        {
            text.Append(Of(input)).Append(' ');
        }

        return text.Append(value.Sites.Length).ToString();
    }

    private static string Of(FlowInput input) =>
        input.Parameter.ToString(CultureInfo.InvariantCulture) + ":" + input.Member?.ToDisplayString() + input.Path + ":" + (int)input.Form + ":" + input.Passing.ToString(CultureInfo.InvariantCulture);
}
