namespace HyperscaleSdk.Recognition;

/// <summary>
/// Tells from the digits and the characters next to them whether any recogniser can match a number at all. Most numbers
/// of logs and code cannot: three digits and a letter, a time of day, an index. It may say yes too often, never no.
/// </summary>
internal static class NumberShape
{
    private const int FewestOfPhone = 9;

    /// <param name="text">The text behind the last match.</param>
    /// <param name="start">Index of the number's first digit.</param>
    /// <param name="end">Index after its first run of digits.</param>
    public static bool CanMatch(ReadOnlySpan<char> text, int start, int end)
    {
        var length = end - start;
        var next = TextFold.At(text, end);
        if (length > DigitGroups.MostDigits || next == '@' || IsPartOfMore(text, start))
        {
            return false;
        }

        if (length > 3 || PostalAddress.IsAnchor(text, start))
        {
            return true;
        }

        if (length > 1 && (IsAbroad(text, start) || VehiclePlate.CanFollow(text, end)))
        {
            return true;
        }

        return next is '-' or '.' or ' ' or ')' or '/'
            ? CanJoined(text, start, length)
            : (length == 2 && next == '년') || (length == 3 && IsSplitByLetter(text, end));
    }

    private static bool IsPartOfMore(ReadOnlySpan<char> text, int start) => TextFold.At(text, start - 1) == '-' && TextFold.IsDigit(text, start - 2);

    // 82 10-1234-5678
    private static bool IsAbroad(ReadOnlySpan<char> text, int start) => TextFold.At(text, start) == '8' && TextFold.At(text, start + 1) == '2';

    // M123A4567
    private static bool IsSplitByLetter(ReadOnlySpan<char> text, int end) => TextFold.IsAsciiLetter(text, end) && TextFold.IsDigit(text, end + 1);

    // A first run of at most three digits, and perhaps more behind a separator.
    private static bool CanJoined(ReadOnlySpan<char> text, int start, int length)
    {
        var groups = new DigitGroups(text, start);
        var count = groups.Count;
        if (count == 1)
        {
            return false;
        }

        if (groups.Total >= FewestOfPhone)
        {
            return true;
        }

        return groups.Separator(0) switch
        {
            '-' => true,
            '.' => groups.LengthOf(1) >= 3 || count >= 3,
            '/' or ' ' => length == 2 && count >= 3,
            _ => false,
        };
    }
}
