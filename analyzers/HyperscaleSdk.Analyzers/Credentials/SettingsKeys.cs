using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Finds keys in the text of <c>appsettings*.json</c>: pairs of a name and a text, whatever the nesting.</summary>
internal static class SettingsKeys
{
    public static bool IsSettingsFile(string path)
    {
        var name = path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1);
        return name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The places of the values, quotation marks included.</summary>
    public static IEnumerable<TextSpan> Find(string text)
    {
        string? name = null;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    var end = End(text, i);
                    var content = text.Substring(i + 1, end - i - 1);
                    if (IsFollowedByColon(text, end + 1))
                    {
                        name = content;
                    }
                    else
                    {
                        if (IsKey(name, content))
                        {
                            yield return TextSpan.FromBounds(i, Math.Min(end + 1, text.Length));
                        }

                        name = null;
                    }

                    i = end;
                    break;
                case '/' when i + 1 < text.Length && text[i + 1] == '/':
                    i = IndexOrEnd(text, "\n", i);
                    break;
                case '/' when i + 1 < text.Length && text[i + 1] == '*':
                    i = IndexOrEnd(text, "*/", i + 2) + 1;
                    break;
                case ',' or '{' or '[':
                    name = null;
                    break;
            }
        }
    }

    private static bool IsKey(string? name, string value) =>
        KeyPrefixes.IsKey(value)
        || (name is not null && (KeyNames.IsSetting(name) || KeyNames.IsHeader(name)) && KeyText.CanBeKey(KeyPrefixes.WithoutScheme(value)))
        || WebAddress.HasKeyInQuery(value);

    private static int End(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] is '"' or '\n')
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool IsFollowedByColon(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start < text.Length && text[start] == ':';
    }

    private static int IndexOrEnd(string text, string wanted, int start)
    {
        var index = start < text.Length ? text.IndexOf(wanted, start, StringComparison.Ordinal) : -1;
        return index < 0 ? text.Length : index;
    }
}
