namespace HyperscaleSdk.Recognition;

/// <summary>Dates that a label, or the syllable 생 behind them, calls a birth date.</summary>
internal static class BirthDateNumber
{
    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var end = End(ref site);
        return end > 0 && (IsBorn(site.Text, end) || site.IsLabelled(LabelKind.Birth, end))
            ? site.Match(PersonalDataKind.BirthDate, end, PersonalDataConfidence.Medium)
            : null;
    }

    private static int End(ref NumberSite site)
    {
        var groups = site.Groups;
        return groups.LengthOf(0) switch
        {
            8 => Exists(groups.Number(0, 0, 4), groups.Number(0, 4, 2), groups.Number(0, 6, 2)) ? groups.EndOf(0) : -1,
            7 => ExistsShort(groups) && groups.Digit(0, 6) is >= 1 and <= 8 ? groups.EndOf(0) : -1,
            6 => ExistsShort(groups) ? groups.EndOf(0) : -1,
            2 or 4 => Separated(groups) ?? InWords(site.Text, site.Start) ?? -1,
            _ => -1,
        };
    }

    private static bool ExistsShort(DigitGroups groups) => CivilDate.ExistsInACentury(groups.Number(0, 0, 2), groups.Number(0, 2, 2), groups.Number(0, 4, 2));

    private static int? Separated(DigitGroups groups) =>
        groups.Count >= 3 && groups.LengthOf(1) <= 2 && groups.LengthOf(2) <= 2 && groups.Separator(0) is '-' or '.' or '/' or ' ' && groups.AreJoinedBy(groups.Separator(0), 3)
            && Exists(groups.Number(0), groups.Number(1), groups.Number(2))
                ? groups.EndOf(2)
                : null;

    // 1990년 1월 5일
    private static int? InWords(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        var year = Part(text, ref position, '년');
        var month = Part(text, ref position, '월');
        var day = Part(text, ref position, '일');
        return position > 0 && Exists(year, month, day) ? position : null;
    }

    private static int Part(ReadOnlySpan<char> text, ref int position, char unit)
    {
        if (position < 0)
        {
            return 0;
        }

        if (TextFold.At(text, position) == ' ')
        {
            position++;
        }

        var number = 0;
        for (var length = 0; length < 4 && TextFold.IsDigit(text, position); length++)
        {
            number = (number * 10) + TextFold.At(text, position++) - '0';
        }

        position = TextFold.At(text, position) == unit ? position + 1 : -1;
        return number;
    }

    private static bool Exists(int year, int month, int day) => year < 100 ? CivilDate.ExistsInACentury(year, month, day) : CivilDate.Exists(year, month, day);

    private static bool IsBorn(ReadOnlySpan<char> text, int end) => TextFold.At(text, end) == '생' && TextFold.At(text, end + 1) is not ('산' or '성' or '활' or '방' or '중');
}
