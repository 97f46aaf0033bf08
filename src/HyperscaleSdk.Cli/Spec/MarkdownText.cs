using System.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Text from a document, made safe for Markdown: it can neither link nor format nor become HTML.</summary>
internal static class MarkdownText
{
    /// <summary>Escapes everything that Markdown knows.</summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        AppendEscaped(builder, text);
        return builder.ToString();
    }

    /// <summary>Escapes a text in which pairs of backquotes mark what is to be written, and keeps those as code.</summary>
    public static string WithCode(string text)
    {
        var pieces = text.Split('`');
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            var isCode = i % 2 == 1 && i < pieces.Length - 1;
            if (isCode)
            {
                builder.Append('`').Append(pieces[i].ReplaceLineEndings(" ")).Append('`');
            }
            else
            {
                AppendEscaped(builder, pieces[i]);
            }
        }

        return builder.ToString();
    }

    private static void AppendEscaped(StringBuilder builder, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '&':
                    builder.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '-' or '!' or '|' or '~' or '@' or ':':
                    // The last two are what bare addresses and mentions become links by.
                    builder.Append('\\').Append(c);
                    break;
                default:
                    builder.Append(char.IsControl(c) ? ' ' : c);
                    break;
            }
        }
    }
}
