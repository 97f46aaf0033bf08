using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>
/// Source text with the marks of the analyzer Testing packages taken out: <c>[|span|]</c> (the only rule of the analyzer),
/// <c>{|ID:span|}</c>, <c>{|ID/1:span|}</c> (the first additional location of that rule's diagnostic) and <c>$$</c>.
/// </summary>
public sealed class MarkupSource
{
    private MarkupSource(string text, IReadOnlyList<MarkedSpan> spans, int? caret)
    {
        Text = text;
        Spans = spans;
        Caret = caret;
    }

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>The marked spans, in the order in which they begin.</summary>
    public IReadOnlyList<MarkedSpan> Spans { get; }

    /// <summary>Where <c>$$</c> stood; null when it is absent.</summary>
    public int? Caret { get; }

    /// <summary>Takes the marks out.</summary>
    /// <param name="markup">Source text with marks.</param>
    /// <param name="defaultId">The id that <c>[|span|]</c> stands for.</param>
    /// <exception cref="FormatException">A mark is opened and not closed, or the other way round.</exception>
    public static MarkupSource Parse(string markup, string defaultId)
    {
        ArgumentNullException.ThrowIfNull(markup);
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string Id, int? Additional, int Start)>();
        var spans = new List<MarkedSpan>();
        int? caret = null;
        for (var i = 0; i < markup.Length;)
        {
            var rest = markup.AsSpan(i);
            if (rest.StartsWith("$$", StringComparison.Ordinal) && !rest.StartsWith("$$\"", StringComparison.Ordinal))
            {
                caret = text.Length;
                i += 2;
            }
            else if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push((defaultId, null, text.Length));
                i += 2;
            }
            else if (rest.StartsWith("{|", StringComparison.Ordinal) && rest.IndexOf(':') is > 2 and var colon)
            {
                var (id, additional) = Header(rest[2..colon].ToString());
                open.Push((id, additional, text.Length));
                i += colon + 1;
            }
            else if (IsClose(rest, open.Count))
            {
                var (id, additional, start) = open.Pop();
                spans.Add(new MarkedSpan(id, additional, TextSpan.FromBounds(start, text.Length)));
                i += 2;
            }
            else
            {
                text.Append(markup[i++]);
            }
        }

        if (open.Count > 0)
        {
            throw new FormatException("A mark is not closed.");
        }

        return new MarkupSource(text.ToString(), [.. spans.OrderBy(span => span.Span.Start)], caret);
    }

    private static bool IsClose(ReadOnlySpan<char> rest, int open) =>
        open > 0 && (rest.StartsWith("|]", StringComparison.Ordinal) || rest.StartsWith("|}", StringComparison.Ordinal));

    private static (string Id, int? Additional) Header(string header)
    {
        var slash = header.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (header, null) : (header[..slash], int.Parse(header[(slash + 1)..], CultureInfo.InvariantCulture));
    }
}
