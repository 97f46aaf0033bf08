using System;
using System.Globalization;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Turns the source text of numbers into values.</summary>
internal static class NumberText
{
    // Whole numbers beyond this are not exact in a double.
    private const double LargestExactInteger = 9007199254740992d;

    public static bool TryGetInt64(string text, out long value)
    {
        if (TryGetRadix(text, out var radix))
        {
            return TryParseRadix(text, radix, out value);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        value = 0;
        if (text.IndexOfAny(['.', 'e', 'E']) < 0
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number > LargestExactInteger
            || number < -LargestExactInteger
            || Math.Floor(number) != number)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    public static bool TryGetDouble(string text, out double value)
    {
        if (TryGetRadix(text, out var radix))
        {
            var isWhole = TryParseRadix(text, radix, out var whole);
            value = whole;
            return isWhole;
        }

        if (text.EndsWith("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (text.EndsWith("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryGetDecimal(string text, out decimal value)
    {
        if (TryGetRadix(text, out var radix))
        {
            var isWhole = TryParseRadix(text, radix, out var whole);
            value = whole;
            return isWhole;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        return value != 0 || IsZero(text);
    }

    private static bool IsZero(string text)
    {
        foreach (var c in text)
        {
            if (c is 'e' or 'E')
            {
                break;
            }

            if (c is >= '1' and <= '9')
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetRadix(string text, out int radix)
    {
        radix = text.Length > 2 && text[0] == '0' ? text[1] switch { 'x' => 16, 'o' => 8, _ => 0 } : 0;
        return radix != 0;
    }

    private static bool TryParseRadix(string text, int radix, out long value)
    {
        value = 0;
        for (var i = 2; i < text.Length; i++)
        {
            var digit = CharacterText.HexValue(text[i]);
            if (digit < 0 || digit >= radix || value > (long.MaxValue - digit) / radix)
            {
                value = 0;
                return false;
            }

            value = (value * radix) + digit;
        }

        return true;
    }
}
