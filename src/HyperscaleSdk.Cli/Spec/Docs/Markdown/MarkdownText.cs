using System.Text;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Markdown;

/// <summary>Running text in GitHub's Markdown. Nothing that the document says can become a mark.</summary>
internal sealed class MarkdownText(IReadOnlyDictionary<string, string> types)
{
    /// <summary>The text on one line, so that it may stand in a cell of a table.</summary>
    public string Write(IReadOnlyList<Inline> inlines)
    {
        var text = string.Concat(inlines.Select(Write));

        // What would begin a list, a heading or a rule at the start of a line is told not to.
        return text.Length > 0 && (text[0] is '#' or '+' or '-' or '=' || IsNumbered(text)) ? Mask(text) : text;
    }

    /// <summary>Plain text in which no character is a mark, and no address becomes a link by itself.</summary>
    public static string Escape(string text)
        => EscapeLabel(text).Replace("://", "&#58;//", StringComparison.Ordinal).Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for the text of a link, in which no other link can begin.</summary>
    public static string EscapeLabel(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in SafeText.Visible(text))
        {
            _ = c switch
            {
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '&' => builder.Append("&amp;"),
                '\n' or '\t' => builder.Append(' '),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' => builder.Append('\\').Append(c),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }

    /// <summary>Text as code. A bar would end a cell even within code, so it is masked there; code with bars stands in tables only.</summary>
    public static string Code(string text)
    {
        var shown = SafeText.Visible(text).Replace('\n', ' ').Replace('\t', ' ');
        if (string.IsNullOrWhiteSpace(shown))
        {
            return "";
        }

        // Outside of a table the mask would be shown, inside of one its lack would end the cell: such names are written without a mark for code.
        if (shown.Contains('|'))
        {
            return Escape(shown);
        }

        var fence = new string('`', LongestRun(shown) + 1);
        var margin = shown[0] is '`' or ' ' || shown[^1] is '`' or ' ' ? " " : "";
        return fence + margin + shown + margin + fence;
    }

    /// <summary>The length of the longest row of backticks.</summary>
    public static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private string Write(Inline inline) => inline switch
    {
        TextRun run => Escape(run.Text),
        StrongRun run => Stressed(run.Text),
        MutedRun run => Escape(run.Text),
        CodeRun run => Code(run.Text),
        CSharpRun run => Linked(run.Text),
        SectionLink link => $"[{EscapeLabel(link.Text)}](#{link.Anchor})",
        WebLink link => $"[{EscapeLabel(link.Text)}](<{link.Address.AbsoluteUri}>)",
        Badge badge => Code(badge.Text),
        _ => "",
    };

    private static string Stressed(string text) => text.Trim() is { Length: > 0 } stressed ? $"**{Escape(stressed)}**" : "";

    private string Linked(string code)
    {
        var tokens = CSharpTokens.Of(code).ToList();
        return tokens.Exists(token => types.ContainsKey(token.Text))
            ? string.Concat(tokens.Select(token => types.TryGetValue(token.Text, out var anchor) ? $"[{Code(token.Text)}](#{anchor})" : Escape(token.Text)))
            : Code(code);
    }

    private static bool IsNumbered(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' ');
    }

    private static string Mask(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return text.Insert(at, "\\");
    }
}
