namespace HyperscaleSdk.Recognition;

/// <summary>Mobile, landline, 050 and 070 numbers. Switchboards (1588-…) are no personal data.</summary>
internal static class PhoneNumber
{
    private const int MostDigits = 12;

    public static PersonalDataMatch? International(ReadOnlySpan<char> text, int start)
    {
        if (TextFold.At(text, start) != '+' || TextFold.At(text, start + 1) != '8' || TextFold.At(text, start + 2) != '2')
        {
            return null;
        }

        var position = start + 3;
        if (TextFold.At(text, position) is '-' or ' ' or '.')
        {
            position++;
        }

        if (TextFold.At(text, position) == '(' && TextFold.At(text, position + 1) == '0' && TextFold.At(text, position + 2) == ')')
        {
            position += 3;
        }

        if (!TextFold.IsDigit(text, position))
        {
            return null;
        }

        var groups = new DigitGroups(text, position);
        Span<int> digits = stackalloc int[MostDigits];
        var used = Groups(ref groups);
        var count = 1 + groups.CopyTo(digits.Slice(1), used);
        return IsMobile(digits.Slice(0, count)) ? new(PersonalDataKind.Phone, start, groups.EndOf(used - 1) - start, PersonalDataConfidence.Strong) : null;
    }

    public static PersonalDataMatch? Domestic(ReadOnlySpan<char> text, int start, ref DigitGroups groups)
    {
        if (groups.Digit(0, 0) != 0)
        {
            return null;
        }

        Span<int> digits = stackalloc int[MostDigits];
        var used = Groups(ref groups);
        digits = digits.Slice(0, groups.CopyTo(digits, used));
        if (groups.Separator(used - 1) == '-' || TextFold.At(text, start - 1) == '.')
        {
            return null;
        }

        var length = groups.EndOf(used - 1) - start;
        if (IsMobile(digits) && IsMobileGrouping(ref groups, used))
        {
            return used == 1 && TextFold.IsAsciiLetter(text, start - 1) ? null
                : new(PersonalDataKind.Phone, start, length, used == 1 ? PersonalDataConfidence.Medium : PersonalDataConfidence.Strong);
        }

        if (!IsLandline(digits))
        {
            return null;
        }

        var grouped = used == 3 && groups.LengthOf(2) == 4 && groups.Separator(0) is '-' or ')' && groups.Separator(1) == '-';
        return grouped || ContextWords.Precede(text, start, ContextWords.Phone) ? new(PersonalDataKind.Phone, start, length, PersonalDataConfidence.Medium) : null;
    }

    // Later groups may belong to the next number in the sentence.
    private static int Groups(ref DigitGroups groups) =>
        groups.LengthOf(0) >= 9 ? 1 : groups.LengthOf(1) >= 7 ? 2 : Math.Min(3, groups.Count);

    private static bool IsMobileGrouping(ref DigitGroups groups, int used) =>
        used == 1 || (groups.LengthOf(0) == 3 && (used == 2 || groups.LengthOf(2) == 4));

    private static bool IsMobile(ReadOnlySpan<int> digits)
    {
        if (digits.Length is < 10 or > 11 || digits[0] != 0 || digits[1] != 1 || digits[2] is not (0 or 1 or 6 or 7 or 8 or 9)
            || (digits[2] == 0 && digits.Length != 11))
        {
            return false;
        }

        // 010-0000-0000 is what people write in place of a number.
        foreach (var digit in digits.Slice(3))
        {
            if (digit != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLandline(ReadOnlySpan<int> digits)
    {
        if (digits.Length < 9 || digits[0] != 0)
        {
            return false;
        }

        return digits[1] switch
        {
            2 => digits.Length is 9 or 10,
            >= 3 and <= 6 when digits[2] is >= 1 and <= 5 => digits.Length is 10 or 11,
            5 when digits[2] == 0 => digits.Length is 11 or 12,
            7 when digits[2] == 0 => digits.Length == 11,
            _ => false,
        };
    }
}
