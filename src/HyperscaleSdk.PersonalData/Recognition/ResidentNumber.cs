using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Resident and foreigner registration numbers, written out.</summary>
internal static class ResidentNumber
{
    private const int Digits = 13;

    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var groups = site.Groups;
        var count = groups.LengthOf(0) == Digits ? 1 : groups.Lengths(6, 7) ? 2 : Scattered(groups);
        Span<int> digits = stackalloc int[Digits];
        if (count == 0 || groups.CopyTo(digits, count) != Digits || groups.Separator(count - 1) == '-' || !IsBirth(digits))
        {
            return null;
        }

        var end = groups.EndOf(count - 1);
        var foreigner = digits[6] is >= 5 and <= 8;
        var labelled = IsLabelled(ref site, end);
        var valid = foreigner ? Checksums.ForeignerRegistration(digits) : Checksums.ResidentRegistration(digits);
        var confidence = labelled ? Strong
            : count > 2 ? null
            : digits[6] is 0 or 9 ? Nineteenth(ref site, digits, valid, count)
            : count == 1 ? Plain(ref site, digits, valid)
            : Split(ref site, valid);
        var kind = foreigner ? PersonalDataKind.ForeignerRegistrationNumber : PersonalDataKind.ResidentRegistrationNumber;
        return confidence is { } sure ? site.Match(kind, end, sure) : null;
    }

    private static bool IsLabelled(ref NumberSite site, int end) =>
        site.IsLabelled(LabelKind.Resident, end) || site.IsLabelled(LabelKind.Foreigner, end) || site.Before is LabelKind.ResidentFront or LabelKind.ResidentBack;

    // 900101-1-234567, under its label.
    private static int Scattered(DigitGroups groups)
    {
        var digits = groups.LengthOf(0);
        for (var count = 1; digits < Digits && count < groups.Count; count++)
        {
            digits += groups.LengthOf(count);
            if (digits == Digits)
            {
                return groups.LengthOf(0) == 6 ? count + 1 : 0;
            }
        }

        return 0;
    }

    /// <summary>The first seven digits are a date and the digit for century and sex.</summary>
    public static bool IsBirth(ReadOnlySpan<int> digits)
    {
        var century = digits[6] switch
        {
            1 or 2 or 5 or 6 => 1900,
            3 or 4 or 7 or 8 => 2000,
            _ => 1800,
        };
        return CivilDate.Exists(century + (digits[0] * 10) + digits[1], (digits[2] * 10) + digits[3], (digits[4] * 10) + digits[5]);
    }

    // The shape alone is enough: numbers issued since 2020-10-05 have no check digit. Only a label, or a code that the
    // digits go on, says otherwise; a fitting check digit then says that it may be one all the same.
    private static PersonalDataConfidence? Split(ref NumberSite site, bool valid)
    {
        var separator = site.Groups.Separator(0);
        if (separator is '.' or ')' or '/')
        {
            return valid && !site.IsThing ? Weak : null;
        }

        // "ticket. 890814-5611819": an order has no hyphen there, a corporate number has.
        if (separator == '-' && site.IsThingBeside && site.Before == LabelKind.Thing && !site.IsAttached)
        {
            return Weak;
        }

        var doubtful = separator == '-' ? site.IsAttached || site.IsThingBeside : site.IsAttached || site.IsThing;
        return doubtful ? (valid ? Weak : null) : valid ? Strong : Medium;
    }

    // Barcodes, order ids and time stamps have thirteen digits as well, so these need a label or a check digit.
    private static PersonalDataConfidence? Plain(ref NumberSite site, scoped ReadOnlySpan<int> digits, bool valid) =>
        site.Alone || (valid && !Checksums.Barcode(digits) && !site.IsAttached && !IsFollowedByUnit(ref site) && site.Before is LabelKind.None or LabelKind.Neutral) ? Weak : null;

    // 0 and 9 stand for births before 1900. Corporate numbers have a 0 there, so for them, and only there, their own check digit clears.
    private static PersonalDataConfidence? Nineteenth(ref NumberSite site, scoped ReadOnlySpan<int> digits, bool valid, int count)
    {
        if (count == 1 || site.Groups.Separator(0) != '-' || site.IsAttached || site.IsThing || (digits[6] == 0 && Checksums.Corporate(digits)))
        {
            return null;
        }

        return valid ? Medium : Weak;
    }

    private static bool IsFollowedByUnit(ref NumberSite site) => TextFold.IsAsciiLetter(site.Text, site.Groups.EndOf(0)) || TextFold.At(site.Text, site.Groups.EndOf(0)) == '원';
}
