namespace HyperscaleSdk.Recognition;

/// <summary>Resident and foreigner registration numbers, whole or masked.</summary>
internal static class ResidentNumber
{
    private const int Digits = 13;
    private const int MaskedDigits = 6;
    private const int LatestBirthYear = 2049;

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, ref DigitGroups groups, bool alone)
    {
        if (groups.LengthOf(0) == 6)
        {
            return Whole(text, ref groups, 2, alone) ?? Masked(text, ref groups);
        }

        return groups.LengthOf(0) == Digits ? Whole(text, ref groups, 1, alone) : null;
    }

    private static PersonalDataMatch? Whole(ReadOnlySpan<char> text, ref DigitGroups groups, int count, bool alone)
    {
        Span<int> digits = stackalloc int[Digits];
        if ((count == 2 && !groups.Lengths(6, 7)) || groups.CopyTo(digits, count) != Digits || groups.Separator(0) is '.' or ')' && count == 2
            || groups.Separator(count - 1) == '-' || !IsBirth(digits, digits[6]))
        {
            return null;
        }

        var start = groups.StartOf(0);
        var foreigner = digits[6] is >= 5 and <= 8;
        var context = ContextWords.Precede(text, start, foreigner ? ContextWords.Foreigner : ContextWords.Resident)
            || ContextWords.Precede(text, start, ContextWords.Resident);
        var valid = foreigner ? Checksums.ForeignerRegistration(digits) : Checksums.ResidentRegistration(digits);
        if (!context && IsSomethingElse(text, start, digits, valid))
        {
            return null;
        }

        var confidence = context || (valid && count == 2) ? PersonalDataConfidence.Strong
            : count == 2 && groups.Separator(0) != ' ' ? PersonalDataConfidence.Medium
            : count == 2 && !ContextWords.SayOther(text, start) ? PersonalDataConfidence.Medium
            : valid && !Checksums.Barcode(digits) && !ContextWords.SayOther(text, start) ? PersonalDataConfidence.Weak
            : alone ? PersonalDataConfidence.Weak
            : (PersonalDataConfidence?)null;
        if (confidence is null)
        {
            return null;
        }

        var kind = foreigner ? PersonalDataKind.ForeignerRegistrationNumber : PersonalDataKind.ResidentRegistrationNumber;
        return new PersonalDataMatch(kind, start, groups.EndOf(count - 1) - start, confidence.Value);
    }

    // Corporate registration numbers have the same shape; their seventh digit is usually 0, as for people born before 1900.
    private static bool IsSomethingElse(ReadOnlySpan<char> text, int start, ReadOnlySpan<int> digits, bool valid) =>
        digits[6] is 0 or 9 || (!valid && Checksums.Corporate(digits) && ContextWords.SayOther(text, start));

    private static PersonalDataMatch? Masked(ReadOnlySpan<char> text, ref DigitGroups groups)
    {
        var start = groups.StartOf(0);
        if (!groups.Lengths(6, 1) || groups.Separator(0) != '-')
        {
            return null;
        }

        Span<int> digits = stackalloc int[7];
        groups.CopyTo(digits, 2);
        var end = groups.EndOf(1);
        var stars = 0;
        while (stars < MaskedDigits && TextFold.At(text, end + stars) is '*' or '●' or '○' or 'x' or 'X')
        {
            stars++;
        }

        return stars == MaskedDigits && IsBirth(digits, digits[6])
            ? new PersonalDataMatch(PersonalDataKind.BirthDate, start, end + stars - start, PersonalDataConfidence.Medium)
            : null;
    }

    private static bool IsBirth(ReadOnlySpan<int> digits, int centuryDigit)
    {
        var century = centuryDigit switch
        {
            1 or 2 or 5 or 6 => 1900,
            3 or 4 or 7 or 8 => 2000,
            _ => 1800,
        };
        var year = century + (digits[0] * 10) + digits[1];
        var month = (digits[2] * 10) + digits[3];
        var day = (digits[4] * 10) + digits[5];
        return year <= LatestBirthYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
