using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>What a plain scalar means in the YAML 1.2 core schema.</summary>
internal static class CoreSchema
{
    public static SpecNodeKind Resolve(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return SpecNodeKind.Null;
        }

        switch (text[0])
        {
            case '~':
                return text.Length == 1 ? SpecNodeKind.Null : SpecNodeKind.String;
            case 'n' or 'N':
                return IsWord(text, "null", "Null", "NULL") ? SpecNodeKind.Null : SpecNodeKind.String;
            case 't' or 'T':
                return IsWord(text, "true", "True", "TRUE") ? SpecNodeKind.Boolean : SpecNodeKind.String;
            case 'f' or 'F':
                return IsWord(text, "false", "False", "FALSE") ? SpecNodeKind.Boolean : SpecNodeKind.String;
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return IsNumber(text) ? SpecNodeKind.Number : SpecNodeKind.String;
            default:
                return SpecNodeKind.String;
        }
    }

    public static bool IsTrue(ReadOnlySpan<char> text) => text[0] is 't' or 'T';

    private static bool IsWord(ReadOnlySpan<char> text, string lower, string title, string upper) =>
        text.SequenceEqual(lower.AsSpan()) || text.SequenceEqual(title.AsSpan()) || text.SequenceEqual(upper.AsSpan());

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text[0] == '.' && IsWord(text, ".nan", ".NaN", ".NAN"))
        {
            return true;
        }

        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            return IsRadix(text.Slice(2), text[1] == 'x' ? 16 : 8);
        }

        var rest = text[0] is '-' or '+' ? text.Slice(1) : text;
        return IsWord(rest, ".inf", ".Inf", ".INF") || IsDecimal(rest);
    }

    private static bool IsRadix(ReadOnlySpan<char> digits, int radix)
    {
        foreach (var c in digits)
        {
            var value = CharacterText.HexValue(c);
            if (value < 0 || value >= radix)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var whole = CountDigits(text);
        var rest = text.Slice(whole);
        var fraction = 0;
        if (!rest.IsEmpty && rest[0] == '.')
        {
            fraction = CountDigits(rest.Slice(1));
            rest = rest.Slice(1 + fraction);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is not ('e' or 'E'))
        {
            return false;
        }

        rest = rest.Slice(1);
        if (!rest.IsEmpty && rest[0] is '-' or '+')
        {
            rest = rest.Slice(1);
        }

        return !rest.IsEmpty && CountDigits(rest) == rest.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= '0' and <= '9')
        {
            count++;
        }

        return count;
    }
}
