using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Mobile, landline, 050 and 070 numbers. Switchboards (1588-…) are no personal data.</summary>
internal static class Telephone
{
    private const int MostDigits = 12;

    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        if (site.Groups.Digit(0, 0) == 0)
        {
            return Domestic(ref site);
        }

        return site.Groups.Digit(0, 0) == 8 && TextFold.At(site.Text, site.Start + 1) == '2' ? International(ref site) : null;
    }

    // +82-10-…, +82 (0)10 …, 82-10-…
    private static PersonalDataMatch? International(ref NumberSite site)
    {
        var text = site.Text;
        var plus = TextFold.At(text, site.Start - 1) == '+';
        var position = site.Start + 2;
        if (TextFold.At(text, position) is '-' or ' ' or '.')
        {
            position++;
        }

        if (TextFold.At(text, position) == '(' && TextFold.At(text, position + 1) == '0' && TextFold.At(text, position + 2) == ')')
        {
            position += 3;
            position += TextFold.At(text, position) is '-' or ' ' ? 1 : 0;
        }
        else if (TextFold.At(text, position) == '0')
        {
            position++;
        }

        if (!TextFold.IsDigit(text, position))
        {
            return null;
        }

        var groups = new DigitGroups(text, position);
        Span<int> digits = stackalloc int[MostDigits];
        var used = groups.IsTooLong ? 0 : Used(groups);
        var count = 1 + groups.CopyTo(digits.Slice(1), used);
        digits = digits.Slice(0, count);
        if (used == 0 || !(IsMobile(digits) || (IsLandline(digits) && used > 1)) || groups.Separator(used - 1) == '-')
        {
            return null;
        }

        // 826-554-791426 is an account: without a plus the country's code stands apart, or before a mobile.
        if (!plus && position == site.Start + 2 && !IsMobile(digits))
        {
            return null;
        }

        var end = groups.EndOf(used - 1);
        return plus ? new(PersonalDataKind.Phone, site.Start - 1, end - site.Start + 1, Strong)
            : (used == 3 && !site.IsAttached && !site.IsThing) || site.IsLabelled(LabelKind.Phone, end) ? site.Match(PersonalDataKind.Phone, end, Medium)
            : null;
    }

    private static PersonalDataMatch? Domestic(ref NumberSite site)
    {
        var groups = site.Groups;
        Span<int> digits = stackalloc int[MostDigits];
        var used = Used(groups);
        digits = digits.Slice(0, groups.CopyTo(digits, used));
        var end = groups.EndOf(used - 1);
        if (digits.Length < 9 || groups.Separator(used - 1) == '-' || site.IsFraction || TextFold.At(site.Text, end) == '호')
        {
            return null;
        }

        if (IsMobile(digits) && IsMobileGrouping(groups, used))
        {
            return Mobile(ref site, used, end);
        }

        if (!IsLandline(digits))
        {
            return null;
        }

        var grouped = used == 3 && groups.LengthOf(2) == 4 && groups.LengthOf(1) >= 3 && groups.Separator(0) is '-' or ')' && groups.Separator(1) == '-';
        return (grouped && !site.IsAttached && !site.IsThingBeside) || site.IsLabelled(LabelKind.Phone, end) ? Bracketed(ref site, end) : null;
    }

    // (02) 345-6789
    private static PersonalDataMatch Bracketed(ref NumberSite site, int end) =>
        site.Groups.Separator(0) == ')' && TextFold.At(site.Text, site.Start - 1) == '('
            ? new(PersonalDataKind.Phone, site.Start - 1, end - site.Start + 1, Medium)
            : site.Match(PersonalDataKind.Phone, end, Medium);

    private static PersonalDataMatch? Mobile(ref NumberSite site, int used, int end)
    {
        if (site.Before == LabelKind.Phone)
        {
            return site.Match(PersonalDataKind.Phone, end, Strong);
        }

        if (used > 1)
        {
            return site.IsAttached ? null : site.Match(PersonalDataKind.Phone, end, site.IsThingBeside ? Medium : Strong);
        }

        // The ten-digit numbers (011 ...) are gone since 2021; most plain ten digits that begin like one are something else.
        var glued = site.Groups.LengthOf(0) == 10 || site.IsAttached || TextFold.At(site.Text, site.Start - 1) is '_' or '#' || TextFold.IsAsciiLetter(site.Text, end) || TextFold.At(site.Text, end) == '원';
        return glued || site.IsThing || site.Before == LabelKind.Account ? null : site.Match(PersonalDataKind.Phone, end, Medium);
    }

    // Later groups may belong to the next number in the sentence.
    private static int Used(DigitGroups groups) =>
        groups.LengthOf(0) >= 9 ? 1 : groups.LengthOf(1) >= 7 ? 2 : Math.Min(3, groups.Count);

    private static bool IsMobileGrouping(DigitGroups groups, int used) =>
        used == 1 || (groups.LengthOf(0) == 3 && groups.Separator(0) != '/' && (used == 2 || (groups.LengthOf(2) == 4 && groups.Separator(1) != '/')));

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
