using System;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The text form of a summary, as assemblies carry it: parts between <c>;</c>, fields between <c>=</c>, a value's fields
/// between <c>|</c>, items between <c>,</c>, and what an item consists of between <c>~</c>.
/// </summary>
internal static class SummaryText
{
    /// <summary>Begins every summary; a reader leaves out what begins otherwise.</summary>
    public const string Version = "1";

    public const char Part = ';';
    public const char Field = '=';
    public const char ValueField = '|';
    public const char Item = ',';
    public const char ItemField = '~';

    private const string Reserved = "%;=|,~";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Reserved.IndexOf(character) >= 0 || char.IsControl(character))
            {
                escaped.Append('%').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    public static string Unescape(string text)
    {
        if (text.IndexOf('%') < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 4 < text.Length && int.TryParse(text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 4;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Bits(uint bits) => bits == uint.MaxValue ? "*" : bits.ToString("X", CultureInfo.InvariantCulture);

    public static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public static bool TryBits(string text, out uint bits)
    {
        bits = uint.MaxValue;
        return string.Equals(text, "*", StringComparison.Ordinal) || uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits);
    }
}
