namespace HyperscaleSdk.Recognition;

/// <summary>Tries the recognisers that can begin at a character.</summary>
internal static class TextScanner
{
    /// <param name="text">The text.</param>
    /// <param name="position">Where to try.</param>
    /// <param name="floor">Text before this index belongs to an earlier match.</param>
    /// <param name="alone">The text is one number and nothing else.</param>
    public static PersonalDataMatch? At(ReadOnlySpan<char> text, int position, int floor, bool alone)
    {
        var current = TextFold.At(text, position);
        return current switch
        {
            (>= '0' and <= '9') or '+' or '(' => TextFold.IsDigit(text, position - 1) ? null : Number(text, position, alone),
            '@' => EmailAddress.Find(text, position, floor),
            'M' or 'S' or 'R' or 'O' or 'D' or 'G' => LettersAndDigits.Passport(text, position),
            >= '가' and <= '힣' when position == 0 || !IdentifierTokens.IsHangul(text[position - 1]) =>
                PersonNameLabel.Find(text, position) ?? PostalAddress.Find(text, position),
            _ => null,
        };
    }

    /// <summary>The next place where something can begin: a run of digits is left as a whole.</summary>
    public static int Next(ReadOnlySpan<char> text, int position)
    {
        if (!TextFold.IsDigit(text, position))
        {
            return position + 1;
        }

        while (TextFold.IsDigit(text, position))
        {
            position++;
        }

        return position;
    }

    /// <summary>True when the text is digits only, blanks around them apart.</summary>
    public static bool IsOneNumber(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        for (var i = 0; i < text.Length; i++)
        {
            if (!TextFold.IsDigit(text, i))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static PersonalDataMatch? Number(ReadOnlySpan<char> text, int position, bool alone)
    {
        if (!TextFold.IsDigit(text, position))
        {
            return PhoneNumber.International(text, position)
                ?? (TextFold.At(text, position) == '(' && TextFold.At(text, position + 1) == '0' ? Domestic(text, position + 1) : null);
        }

        var groups = new DigitGroups(text, position);
        if (groups.IsTooLong || IsPartOfMore(text, position) || TextFold.At(text, groups.EndOf(0)) == '@')
        {
            return null;
        }

        return ResidentNumber.Find(text, ref groups, alone)
            ?? OtherNumbers.License(text, position, ref groups, alone)
            ?? PhoneNumber.Domestic(text, position, ref groups)
            ?? OtherNumbers.Card(text, position, ref groups, alone)
            ?? BirthDateLabel.Find(text, position, ref groups)
            ?? OtherNumbers.ByContext(text, position, ref groups)
            ?? LettersAndDigits.Plate(text, position);
    }

    private static PersonalDataMatch? Domestic(ReadOnlySpan<char> text, int position)
    {
        var groups = new DigitGroups(text, position);
        return groups.IsTooLong ? null : PhoneNumber.Domestic(text, position, ref groups);
    }

    private static bool IsPartOfMore(ReadOnlySpan<char> text, int position) =>
        TextFold.At(text, position - 1) == '-' && TextFold.IsDigit(text, position - 2);
}
