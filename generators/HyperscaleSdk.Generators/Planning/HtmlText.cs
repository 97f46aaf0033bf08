using System;
using System.Collections.Generic;
using System.Net;
using System.Text;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Descriptions are meant to be Markdown, but many hold HTML. An editor shows tags as they are, so they are taken out.</summary>
internal static class HtmlText
{
    private const int LongestTag = 500;

    // What each known tag leaves behind; other text in angle brackets is no markup.
    private static readonly Dictionary<string, string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = "", ["abbr"] = "", ["b"] = "", ["em"] = "", ["font"] = "", ["i"] = "", ["small"] = "", ["span"] = "", ["strong"] = "", ["sub"] = "", ["sup"] = "", ["u"] = "",
        ["code"] = "`", ["kbd"] = "`", ["samp"] = "`", ["tt"] = "`", ["var"] = "`",
        ["blockquote"] = " ", ["br"] = " ", ["dd"] = " ", ["div"] = " ", ["dl"] = " ", ["dt"] = " ", ["h1"] = " ", ["h2"] = " ", ["h3"] = " ", ["h4"] = " ", ["h5"] = " ", ["h6"] = " ",
        ["hr"] = " ", ["img"] = " ", ["li"] = " ", ["ol"] = " ", ["p"] = " ", ["pre"] = " ", ["table"] = " ", ["tbody"] = " ", ["td"] = " ", ["th"] = " ", ["thead"] = " ", ["tr"] = " ", ["ul"] = " ",
    };

    /// <summary>The text without known tags, its entities decoded where there were tags.</summary>
    public static string? Plain(string? text)
    {
        if (text is null || text.IndexOf('<') < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        var found = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && Tag(text, i) is var (end, leaves) && end > 0)
            {
                builder.Append(leaves);
                found = true;
                i = end;
            }
            else
            {
                builder.Append(text[i]);
            }
        }

        return found ? WebUtility.HtmlDecode(builder.ToString()) : text;
    }

    private static (int End, string Leaves) Tag(string text, int start)
    {
        var at = start + 1;
        if (at < text.Length && text[at] == '/')
        {
            at++;
        }

        var name = at;
        while (at < text.Length && (text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
        {
            at++;
        }

        if (!Tags.TryGetValue(text.Substring(name, at - name), out var leaves))
        {
            return (0, "");
        }

        var end = text.IndexOf('>', at, Math.Min(LongestTag, text.Length - at));
        return end < 0 || text.IndexOf('<', at, end - at) >= 0 ? (0, "") : (end, leaves);
    }
}
