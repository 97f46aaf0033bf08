namespace HyperscaleSdk.Recognition;

/// <summary>Driver's licence, payment card, bank account and health-insurance numbers.</summary>
internal static class OtherNumbers
{
    public static PersonalDataMatch? License(ReadOnlySpan<char> text, int start, ref DigitGroups groups, bool alone)
    {
        var hyphens = groups.Lengths(2, 2, 6, 2) && groups.Separator(0) == '-' && groups.Separator(1) == '-' && groups.Separator(2) == '-' && groups.Separator(3) != '-';
        var spaced = !hyphens && groups.Lengths(2, 2, 6, 2);
        var plain = groups.LengthOf(0) == 12 && groups.Separator(0) != '-';
        if (!hyphens && !spaced && !plain)
        {
            return null;
        }

        var region = (groups.Digit(0, 0) * 10) + groups.Digit(0, 1);
        if (region is not ((>= 11 and <= 26) or 28))
        {
            return null;
        }

        var context = ContextWords.Precede(text, start, ContextWords.License);
        var confidence = context ? PersonalDataConfidence.Strong : hyphens ? PersonalDataConfidence.Medium : PersonalDataConfidence.Weak;
        return context || hyphens || (plain && alone) ? Match(PersonalDataKind.DriverLicenseNumber, start, ref groups, plain ? 1 : 4, confidence) : null;
    }

    public static PersonalDataMatch? Card(ReadOnlySpan<char> text, int start, ref DigitGroups groups, bool alone)
    {
        var fours = groups.Lengths(4, 4, 4, 4);
        var used = fours ? 4 : groups.Lengths(4, 6, 5) ? 3 : 1;
        Span<int> digits = stackalloc int[DigitGroups.MostDigits];
        digits = digits.Slice(0, groups.CopyTo(digits, used));
        if (digits.Length is < 13 or > 16 || groups.Separator(used - 1) == '-' || digits[0] is not ((>= 3 and <= 6) or 9) || !Checksums.Luhn(digits))
        {
            return null;
        }

        var context = alone || ContextWords.Precede(text, start, ContextWords.Card);
        if (used > 1)
        {
            return Match(PersonalDataKind.CardNumber, start, ref groups, used, PersonalDataConfidence.Strong);
        }

        // Bare digits with a fitting check digit are common: one in ten random numbers, and every IMEI.
        var shaped = digits.Length == 16 || (digits.Length == 15 && digits[0] == 3 && digits[1] is 4 or 7);
        return context || (shaped && !ContextWords.SayOther(text, start))
            ? Match(PersonalDataKind.CardNumber, start, ref groups, 1, context ? PersonalDataConfidence.Strong : PersonalDataConfidence.Medium)
            : null;
    }

    public static PersonalDataMatch? ByContext(ReadOnlySpan<char> text, int start, ref DigitGroups groups)
    {
        var used = 1;
        var digits = groups.LengthOf(0);
        while (used < Math.Min(4, groups.Count) && groups.Separator(used - 1) == '-')
        {
            digits += groups.LengthOf(used++);
        }

        if (digits == 11 && ContextWords.Precede(text, start, ContextWords.Insurance))
        {
            return Match(PersonalDataKind.Other, start, ref groups, used, PersonalDataConfidence.Medium);
        }

        return digits is >= 10 and <= 14 && ContextWords.Precede(text, start, ContextWords.Account)
            ? Match(PersonalDataKind.AccountNumber, start, ref groups, used, PersonalDataConfidence.Medium)
            : null;
    }

    private static PersonalDataMatch Match(PersonalDataKind kind, int start, ref DigitGroups groups, int used, PersonalDataConfidence confidence) =>
        new(kind, start, groups.EndOf(used - 1) - start, confidence);
}
