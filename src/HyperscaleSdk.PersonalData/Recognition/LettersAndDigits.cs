namespace HyperscaleSdk.Recognition;

/// <summary>Passport numbers and vehicle plates: digits with a letter among them.</summary>
internal static class LettersAndDigits
{
    private const string PlateSyllables = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배아바사자";
    private static readonly string[] Vehicle = ["차량", "번호판", "차번호", "자동차"];

    public static PersonalDataMatch? Passport(ReadOnlySpan<char> text, int start)
    {
        var first = TextFold.At(text, start);
        if (first is not ('M' or 'S' or 'R' or 'O' or 'D' or 'G') || TextFold.IsAsciiLetter(text, start - 1) || TextFold.IsDigit(text, start - 1))
        {
            return null;
        }

        const int Length = 9;
        var letters = 0;
        for (var i = 1; i < Length; i++)
        {
            if (i == 4 && TextFold.At(text, start + i) is >= 'A' and <= 'Z')
            {
                letters++;
            }
            else if (!TextFold.IsDigit(text, start + i))
            {
                return null;
            }
        }

        if (TextFold.IsDigit(text, start + Length) || TextFold.IsAsciiLetter(text, start + Length) || TextFold.At(text, start + Length) == '-')
        {
            return null;
        }

        // Eight digits after a letter are also every second product code; the letter in the middle is rarer.
        var context = ContextWords.Precede(text, start, ContextWords.Passport);
        var shaped = letters == 1 && TextFold.At(text, start - 1) != '-' && !ContextWords.SayOther(text, start);
        return context || shaped
            ? new(PersonalDataKind.PassportNumber, start, Length, context ? PersonalDataConfidence.Strong : PersonalDataConfidence.Medium)
            : null;
    }

    public static PersonalDataMatch? Plate(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        while (TextFold.IsDigit(text, position))
        {
            position++;
        }

        if (position - start is not (2 or 3))
        {
            return null;
        }

        var spaced = SkipBlank(text, ref position);
        if (PlateSyllables.IndexOf(TextFold.At(text, position)) < 0)
        {
            return null;
        }

        position++;
        spaced |= SkipBlank(text, ref position);
        for (var i = 0; i < 4; i++)
        {
            if (!TextFold.IsDigit(text, position++))
            {
                return null;
            }
        }

        // "15도 1234" with a blank is a sentence unless a label says otherwise.
        return TextFold.IsDigit(text, position) || (spaced && !ContextWords.Precede(text, start, Vehicle))
            ? null
            : new(PersonalDataKind.Other, start, position - start, PersonalDataConfidence.Medium);
    }

    private static bool SkipBlank(ReadOnlySpan<char> text, ref int position)
    {
        if (TextFold.At(text, position) != ' ')
        {
            return false;
        }

        position++;
        return true;
    }
}
