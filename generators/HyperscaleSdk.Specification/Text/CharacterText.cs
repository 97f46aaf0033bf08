using System.Globalization;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Character questions that both readers ask, and how a message names what stands at a place.</summary>
internal static class CharacterText
{
    private const int LongestQuote = 24;

    public static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Reads hexadecimal digits.</summary>
    /// <returns>The value, or -1 when there are fewer digits than asked for.</returns>
    public static long ReadHex(string text, int start, int digits)
    {
        if (start + digits > text.Length)
        {
            return -1;
        }

        long value = 0;
        for (var i = start; i < start + digits; i++)
        {
            var digit = HexValue(text[i]);
            if (digit < 0)
            {
                return -1;
            }

            value = (value << 4) | (uint)digit;
        }

        return value;
    }

    /// <summary>The extent of what a message should point at: a word, one character, or the end of the text.</summary>
    public static SourceSpan SpanAt(string text, int position)
    {
        if (position >= text.Length)
        {
            return new SourceSpan(text.Length, 0);
        }

        var end = position;
        while (end < text.Length && end - position < LongestQuote && IsWord(text[end]))
        {
            end++;
        }

        if (end == position)
        {
            end += char.IsHighSurrogate(text[position]) && position + 1 < text.Length ? 2 : 1;
        }

        return SourceSpan.FromBounds(position, end);
    }

    /// <summary>Names what stands at a position, for messages in English and Korean.</summary>
    public static (string English, string Korean) Describe(string text, int position)
    {
        if (position >= text.Length)
        {
            return ("the end of the document", "문서의 끝");
        }

        var c = text[position];
        switch (c)
        {
            case '\n' or '\r':
                return ("the end of the line", "줄의 끝");
            case '\t':
                return ("a tab", "탭");
            case ' ':
                return ("a space", "공백");
        }

        if (c < ' ' || char.IsControl(c) || c == '\uFEFF')
        {
            var code = "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
            return ("the character " + code, "문자 " + code);
        }

        var span = SpanAt(text, position);
        var quoted = "'" + text.Substring(span.Start, span.Length) + "'";
        return (quoted, quoted);
    }

    /// <summary>Shortens a name so that a message stays a message.</summary>
    public static string Quote(string name)
    {
        var shown = name.Length <= 60 ? name : name.Substring(0, 60) + "…";
        return "'" + shown.Replace('\n', ' ').Replace('\r', ' ') + "'";
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
