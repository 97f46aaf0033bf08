using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Resident registration numbers of which a part is masked or left out: what is left is a birth date, or the telling half.</summary>
internal static class PartialResidentNumber
{
    private const int BackDigits = 7;

    public static PersonalDataMatch? Find(ref NumberSite site) => site.Groups.LengthOf(0) switch
    {
        6 => Masked(ref site) ?? Front(ref site),
        7 => Back(ref site) ?? MaskedPlain(ref site),
        _ => null,
    };

    // 900101-1******, 900101-*******
    private static PersonalDataMatch? Masked(ref NumberSite site)
    {
        var groups = site.Groups;
        if (!IsDate(groups) || IsHyphen(site.Text, groups.EndOf(0)) is not { } back)
        {
            return null;
        }

        var shown = 0;
        while (shown < BackDigits && TextFold.IsDigit(site.Text, back + shown))
        {
            shown++;
        }

        return Ending(ref site, back + shown, shown);
    }

    private static PersonalDataMatch? MaskedPlain(ref NumberSite site) =>
        IsDate(site.Groups) && site.Groups.Digit(0, 6) is >= 1 and <= 8 ? Ending(ref site, site.Groups.EndOf(0), shown: 1) : null;

    private static PersonalDataMatch? Ending(ref NumberSite site, int position, int shown)
    {
        var end = position;
        while (end - position < BackDigits && IsMask(TextFold.At(site.Text, end)))
        {
            end++;
        }

        if (end == position || shown + end - position != BackDigits)
        {
            return null;
        }

        // With one or two digits hidden, trying a hundred shows the rest.
        return site.Match(end - position <= 2 ? PersonalDataKind.ResidentRegistrationNumber : PersonalDataKind.BirthDate, end, Medium);
    }

    private static PersonalDataMatch? Front(ref NumberSite site) =>
        IsDate(site.Groups) && site.Groups.Separator(0) != '-' && site.Before is LabelKind.Resident or LabelKind.ResidentFront
            ? site.Match(PersonalDataKind.BirthDate, site.Groups.EndOf(0), Medium)
            : null;

    private static PersonalDataMatch? Back(ref NumberSite site) =>
        site.Groups.Digit(0, 0) is >= 1 and <= 8 && site.Groups.Separator(0) != '-' && site.Before == LabelKind.ResidentBack
            ? site.Match(PersonalDataKind.ResidentRegistrationNumber, site.Groups.EndOf(0), Medium)
            : null;

    private static bool IsDate(DigitGroups groups) => CivilDate.ExistsInACentury(groups.Number(0, 0, 2), groups.Number(0, 2, 2), groups.Number(0, 4, 2));

    private static int? IsHyphen(ReadOnlySpan<char> text, int position)
    {
        if (TextFold.At(text, position) == '-')
        {
            return position + (TextFold.At(text, position + 1) == ' ' ? 2 : 1);
        }

        return TextFold.At(text, position) == ' ' && TextFold.At(text, position + 1) == '-' && TextFold.At(text, position + 2) == ' ' ? position + 3 : null;
    }

    private static bool IsMask(char value) => value is '*' or '●' or '○' or '•' or '#' or 'x' or 'X' or '◯' or '■' or '□' or '＊';
}
