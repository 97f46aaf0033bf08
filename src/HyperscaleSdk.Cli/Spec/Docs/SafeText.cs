using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>Text of a document that may be shown: nothing in it is invisible, turns the direction of reading, or breaks a file.</summary>
internal static class SafeText
{
    private static readonly Rune Replacement = Rune.ReplacementChar;

    /// <summary>Puts the replacement character for what must not be shown. Line feeds stay.</summary>
    public static string Visible(string text) => text.EnumerateRunes().All(IsPlain) && IsWhole(text) ? text : Rewrite(text, Replacement);

    /// <summary>Makes one line of at most so many characters of it, and leaves out what must not be shown.</summary>
    public static string OneLine(string text, int longest)
    {
        var builder = new StringBuilder(Math.Min(text.Length, longest + 1));
        var isSpaceOwed = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isSpaceOwed = builder.Length > 0;
                continue;
            }

            if (!IsPlain(rune) || rune == Replacement)
            {
                continue;
            }

            if (builder.Length >= longest)
            {
                return builder.Append('…').ToString();
            }

            if (isSpaceOwed)
            {
                builder.Append(' ');
                isSpaceOwed = false;
            }

            builder.Append(rune);
        }

        return builder.ToString();
    }

    private static string Rewrite(string text, Rune replacement)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(IsPlain(rune) ? rune : replacement);
        }

        return builder.ToString();
    }

    // A lone surrogate is read as the replacement character, which is plain.
    private static bool IsWhole(string text) => !text.Any(char.IsSurrogate) || !text.EnumerateRunes().Contains(Replacement);

    private static bool IsPlain(Rune rune) => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

        // Joiners belong to the spelling of some scripts; the others of this category are only ever used to deceive here.
        UnicodeCategory.Format => rune.Value is 0x200c or 0x200d,

        // The last two of every plane are no characters, and XML forbids two of them.
        UnicodeCategory.OtherNotAssigned => (rune.Value & 0xfffe) != 0xfffe,
        _ => true,
    };
}
