namespace HyperscaleSdk.Recognition;

/// <summary>Dates that a label calls a birth date.</summary>
internal static class BirthDateLabel
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2049;

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int start, ref DigitGroups groups)
    {
        if (groups.LengthOf(0) is not (4 or 6 or 8) || !ContextWords.Precede(text, start, ContextWords.Birth))
        {
            return null;
        }

        var end = groups.LengthOf(0) switch
        {
            8 => IsDate(Number(ref groups, 0, 4), Number(ref groups, 4, 2), Number(ref groups, 6, 2)) ? groups.EndOf(0) : -1,
            6 => IsDate(EarliestYear + Number(ref groups, 0, 2), Number(ref groups, 2, 2), Number(ref groups, 4, 2)) ? groups.EndOf(0) : -1,
            _ => Separated(ref groups) ?? InWords(text, start) ?? -1,
        };
        return end < 0 ? null : new(PersonalDataKind.BirthDate, start, end - start, PersonalDataConfidence.Medium);
    }

    private static int? Separated(ref DigitGroups groups)
    {
        if (groups.Count < 3 || groups.LengthOf(1) > 2 || groups.LengthOf(2) > 2)
        {
            return null;
        }

        return IsDate(Number(ref groups, 0, 4), Whole(ref groups, 1), Whole(ref groups, 2)) ? groups.EndOf(2) : null;
    }

    // 1990년 1월 5일
    private static int? InWords(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        var year = Part(text, ref position, '년');
        var month = Part(text, ref position, '월');
        var day = Part(text, ref position, '일');
        return IsDate(year, month, day) ? position : null;
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

    private static int Number(ref DigitGroups groups, int from, int length)
    {
        var number = 0;
        for (var i = 0; i < length; i++)
        {
            number = (number * 10) + groups.Digit(0, from + i);
        }

        return number;
    }

    private static int Whole(ref DigitGroups groups, int group)
    {
        var number = 0;
        for (var i = 0; i < groups.LengthOf(group); i++)
        {
            number = (number * 10) + groups.Digit(group, i);
        }

        return number;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
