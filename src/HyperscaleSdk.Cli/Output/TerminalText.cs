using System.Text;

namespace HyperscaleSdk.Cli.Output;

/// <summary>Text from outside, made safe for a terminal: a model's answer must not be able to move the cursor or set a title.</summary>
internal static class TerminalText
{
    /// <summary>Keeps lines and tabs, drops every other control character.</summary>
    public static string Clean(string text) => Filter(text, static c => c is '\n' or '\t' || !char.IsControl(c));

    /// <summary>Makes one line of it.</summary>
    public static string OneLine(string text)
        => Filter(text.ReplaceLineEndings(" ").Replace('\t', ' '), static c => !char.IsControl(c)).Trim();

    /// <summary>Cuts a line at a length, and shows that it was cut.</summary>
    public static string Shorten(string text, int length)
    {
        var line = OneLine(text);
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    private static string Filter(string text, Func<char, bool> keep)
    {
        if (text.All(keep))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (keep(c))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
