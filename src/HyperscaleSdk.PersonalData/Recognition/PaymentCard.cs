using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Payment card numbers: 13 to 16 digits with an issuer's first digits and a fitting check digit.</summary>
internal static class PaymentCard
{
    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var groups = site.Groups;
        var used = groups.Lengths(4, 4, 4, 4) ? 4 : groups.Lengths(4, 6, 5) || groups.Lengths(4, 6, 4) ? 3 : 1;
        Span<int> digits = stackalloc int[DigitGroups.MostDigits];
        digits = digits.Slice(0, groups.CopyTo(digits, used));
        if (digits.Length is < 13 or > 16 || groups.Separator(used - 1) == '-' || digits[0] is not ((>= 2 and <= 6) or 9) || !Checksums.Luhn(digits))
        {
            return null;
        }

        var end = groups.EndOf(used - 1);
        var labelled = site.Alone || site.IsLabelled(LabelKind.Card, end);
        if (used > 1)
        {
            var separator = groups.Separator(0);
            return labelled || (separator is '-' or ' ' && groups.AreJoinedBy(separator, used) && digits[0] != 2 && !site.IsAttached && !site.IsThingBeside)
                ? site.Match(PersonalDataKind.CardNumber, end, Strong)
                : null;
        }

        // Bare digits with a fitting check digit are common: one in ten random numbers, and every IMEI.
        return labelled ? site.Match(PersonalDataKind.CardNumber, end, Strong)
            : IsIssued(digits) && site.Before is LabelKind.None or LabelKind.Neutral && !IsGlued(ref site, end) ? site.Match(PersonalDataKind.CardNumber, end, Medium)
            : null;
    }

    private static bool IsIssued(ReadOnlySpan<int> digits)
    {
        var four = (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];
        return digits.Length switch
        {
            16 => four is (>= 4000 and <= 4999) or (>= 5100 and <= 5599) or (>= 3528 and <= 3589) or (>= 6200 and <= 6299) or (>= 6440 and <= 6599) or 6011 or (>= 9400 and <= 9499),
            15 => four / 100 is 34 or 37,
            _ => false,
        };
    }

    private static bool IsGlued(ref NumberSite site, int end) =>
        site.IsAttached || site.IsFraction || TextFold.At(site.Text, site.Start - 1) is '_' or '#' or '/' || TextFold.IsAsciiLetter(site.Text, end) || TextFold.At(site.Text, end) is '_' or '원';
}
