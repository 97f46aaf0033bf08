using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Passport numbers, found from their first digit: M12345678 and, since 2021, M123A4567.</summary>
internal static class Passport
{
    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var text = site.Text;
        var letter = TextFold.At(text, site.Start - 1);
        var end = End(text, site.Start, out var letterWithin);
        if (end < 0 || TextFold.IsAsciiLetter(text, end) || TextFold.IsDigit(text, end) || (TextFold.At(text, end) == '-' && TextFold.IsDigit(text, end + 1)))
        {
            return null;
        }

        if (letter is 'M' or 'S' or 'R' or 'O' or 'D' or 'G' && end - site.Start == 8 && !IsWordPart(text, site.Start - 2))
        {
            var labelled = site.IsLabelled(LabelKind.Passport, end);
            // Eight digits after a letter are also every second product code; the letter in the middle is rarer.
            var shaped = letterWithin && TextFold.At(text, site.Start - 2) is not ('-' or '_' or '/') && !site.IsThing;
            return labelled || shaped || site.Alone ? At(ref site, site.Start - 1, end, labelled ? Strong : shaped ? Medium : Weak) : null;
        }

        return site.IsLabelled(LabelKind.Passport, end) ? Labelled(ref site, end) : null;
    }

    // Under its label: passports of other countries, small letters, a blank behind the letter.
    private static PersonalDataMatch? Labelled(ref NumberSite site, int end)
    {
        var start = site.Start;
        if (TextFold.At(site.Text, start - 1) is ' ' or '-' && TextFold.IsAsciiLetter(site.Text, start - 2))
        {
            start--;
        }

        var letters = 0;
        while (letters < 3 && TextFold.IsAsciiLetter(site.Text, start - 1))
        {
            start--;
            letters++;
        }

        return letters is 1 or 2 && !IsWordPart(site.Text, start - 1) ? At(ref site, start, end, Medium) : null;
    }

    private static int End(ReadOnlySpan<char> text, int start, out bool letterWithin)
    {
        letterWithin = false;
        for (var i = 0; i < 8; i++)
        {
            if (TextFold.IsDigit(text, start + i))
            {
                continue;
            }

            if (i == 3 && TextFold.IsAsciiLetter(text, start + i))
            {
                letterWithin = true;
                continue;
            }

            return i == 7 && !letterWithin ? start + i : -1;
        }

        return start + 8;
    }

    private static bool IsWordPart(ReadOnlySpan<char> text, int index) => TextFold.IsAsciiLetter(text, index) || TextFold.IsDigit(text, index);

    private static PersonalDataMatch At(ref NumberSite site, int start, int end, PersonalDataConfidence confidence) =>
        new(PersonalDataKind.PassportNumber, start, end - start, confidence);
}
