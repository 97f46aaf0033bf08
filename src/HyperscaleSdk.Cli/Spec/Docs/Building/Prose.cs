using System.Text.RegularExpressions;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Descriptions of a document as running text. Of Markdown it understands code, stress, links and headings, of HTML it drops the tags of plain text; everything else stays as written.</summary>
internal static partial class Prose
{
    private const int LongestText = 6000;
    private const int LongestMark = 200;

    /// <summary>Reads a description with its lines.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var paragraphs = new List<Paragraph>();
        var lines = new List<string>();
        var clipped = text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
        foreach (var line in clipped.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = SafeText.OneLine(line, LongestText);
            if (trimmed.Length == 0 || Marker().IsMatch(trimmed))
            {
                Flush();
            }

            if (trimmed.Length > 0)
            {
                lines.Add(trimmed);
            }

            if (trimmed.StartsWith('#'))
            {
                Flush();
            }
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (lines.Count > 0)
            {
                paragraphs.Add(new Paragraph(Line(string.Join(' ', lines))));
                lines.Clear();
            }
        }
    }

    /// <summary>Reads a documentation comment of a plan: one line, escaped for XML.</summary>
    public static IReadOnlyList<Inline> OfComment(string comment) => Inlines(Unescape(comment));

    /// <summary>Reads a documentation comment of a plan without any mark.</summary>
    public static string Plain(string comment) => string.Concat(OfComment(comment).Select(inline => inline switch
    {
        CodeRun run => run.Text,
        StrongRun run => run.Text,
        WebLink link => link.Text,
        TextRun run => run.Text,
        _ => "",
    }));

    /// <summary>Takes the escapes of a documentation comment away.</summary>
    public static string Unescape(string comment) => comment
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Finds marks and addresses in one line.</summary>
    public static IReadOnlyList<Inline> Inlines(string line)
    {
        var text = SafeText.OneLine(Tags().Replace(line, Mark), LongestText);
        var inlines = new List<Inline>();
        var at = 0;
        foreach (Match match in Marks().Matches(text))
        {
            if (Read(match) is { } inline)
            {
                Add(at, match.Index);
                inlines.Add(inline.Run);
                at = match.Index + inline.Length;
            }
        }

        Add(at, text.Length);
        return inlines;

        void Add(int start, int end)
        {
            if (end > start)
            {
                inlines.Add(new TextRun(text[start..end]));
            }
        }
    }

    private static IReadOnlyList<Inline> Line(string line)
        => line.StartsWith('#') && line.TrimStart('#').Trim() is { Length: > 0 and < LongestMark } heading ? [new StrongRun(heading)] : Inlines(line);

    private static (Inline Run, int Length)? Read(Match match)
    {
        var groups = match.Groups;
        if (groups["code"] is { Success: true } code)
        {
            return (new CodeRun(code.Value), match.Length);
        }

        if (groups["strong"] is { Success: true } strong)
        {
            return (new StrongRun(strong.Value), match.Length);
        }

        if (groups["target"] is { Success: true } target)
        {
            return SafeAddress.Find(target.Value) is { } named ? (new WebLink(groups["label"].Value, named), match.Length)

                // A link into the vendor's own pages leads nowhere from here: its label is what is left of it.
                : target.Value[0] is '/' or '#' or '.' ? (new TextRun(groups["label"].Value), match.Length)
                : null;
        }

        var bare = match.Value.TrimEnd('.', ',', ';', ':', '!', '?');
        return SafeAddress.Find(bare) is { } address ? (new WebLink(bare, address), bare.Length) : null;
    }

    // What is left of a tag of plain text.
    private static string Mark(Match tag) => tag.Groups["name"].Value.ToUpperInvariant() switch
    {
        "CODE" or "TT" => "`",
        "B" or "STRONG" => "**",
        "P" or "BR" or "LI" or "UL" or "OL" or "DIV" => " ",
        _ => "",
    };

    [GeneratedRegex(
        "</?(?<name>p|br|a|b|i|em|strong|code|tt|ul|ol|li|div|span)( [^<>]{0,300})?/?>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tags();

    [GeneratedRegex("^([-*+|>] |[0-9]{1,3}[.)] |#{1,6} )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"(?<!`)`(?<code>[^`]{1,200})`(?!`)|\*\*(?<strong>[^*]{1,200})\*\*|\[(?<label>[^\[\]]{1,200})\]\((?<target>[^()\s]{1,1000})\)|https?://[A-Za-z0-9\-._~:/?#@!$&+,;=%]{1,1000}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marks();
}
