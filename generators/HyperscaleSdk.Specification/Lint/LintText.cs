using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Names of a document: for messages, and as the words and identifiers that C# makes of them.</summary>
internal static class LintText
{
    /// <summary>Names longer than this are shortened in a message; in UTF-16 units.</summary>
    public const int LongestName = 80;

    private static readonly char[] NameStarts = { '.', ' ', '_' };

    /// <summary>A name for a message: short, on one line, and without the backquotes that mark what is to be written.</summary>
    public static string Name(string text)
    {
        var builder = new StringBuilder();
        foreach (var c in text)
        {
            if (builder.Length == LongestName)
            {
                return WithoutHalfPair(builder).Append('…').ToString();
            }

            builder.Append(c == '`' ? '\'' : char.IsControl(c) ? ' ' : c);
        }

        return builder.ToString();
    }

    /// <summary>The end of a long path of names, which says more than its start.</summary>
    public static string Tail(string path)
        => path.Length <= LongestName ? Name(path) : "…" + Name(path.Substring(StartOfTail(path)));

    /// <summary>What is left of a name when case and punctuation do not count: names with one key become one C# name. Empty when nothing is left.</summary>
    public static string Key(string name)
    {
        var builder = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (IsIdentifierPart(c))
            {
                builder.Append(char.ToUpperInvariant(c));
            }
        }

        return builder.ToString();
    }

    /// <summary>The words of a name in lower case: <c>unitPrice</c>, <c>unit_price</c> and <c>UnitPrice</c> are <c>unit</c> and <c>price</c>.</summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var previous = '\0';
        foreach (var c in name)
        {
            var startsWord = char.IsUpper(c) && !char.IsUpper(previous);
            if (word.Length > 0 && (startsWord || !char.IsLetterOrDigit(c)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }

            previous = c;
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>A number as text.</summary>
    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int StartOfTail(string path)
    {
        // At the next name, where one begins soon; never within a pair of surrogates.
        var start = path.Length - LongestName;
        var name = path.IndexOfAny(NameStarts, start, LongestName / 2);
        return name >= 0 ? name + 1 : char.IsLowSurrogate(path[start]) ? start + 1 : start;
    }

    private static StringBuilder WithoutHalfPair(StringBuilder builder)
    {
        if (char.IsHighSurrogate(builder[builder.Length - 1]))
        {
            builder.Length--;
        }

        return builder;
    }

    private static bool IsIdentifierPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || (c > 127 && char.IsLetter(c));
}
