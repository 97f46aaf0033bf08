namespace HyperscaleSdk.Recognition;

/// <summary>Vehicle plates: two or three digits, one of a closed set of syllables, four digits.</summary>
internal static class VehiclePlate
{
    private const string Syllables = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배아바사자";
    private const string Units = "원억만명개건번호년월일회차";

    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var text = site.Text;
        var position = site.Groups.EndOf(0);
        if (site.Groups.LengthOf(0) is not (2 or 3))
        {
            return null;
        }

        var spaced = SkipBlank(text, ref position);
        if (Syllables.IndexOf(TextFold.At(text, position)) < 0)
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

        // "15도 1234" with a blank is a sentence unless a label says otherwise; "12조3456억" is money.
        if (TextFold.IsDigit(text, position) || Units.IndexOf(TextFold.At(text, position)) >= 0 || site.IsAttached || TextFold.At(text, site.Start - 1) == '제'
            || site.IsThing || (spaced && !site.IsLabelled(LabelKind.Plate, position)))
        {
            return null;
        }

        return site.Match(PersonalDataKind.Other, position, PersonalDataConfidence.Medium);
    }

    /// <summary>A syllable and a digit follow, with or without blanks.</summary>
    public static bool CanFollow(ReadOnlySpan<char> text, int position)
    {
        SkipBlank(text, ref position);
        if (!TextFold.IsHangul(TextFold.At(text, position)))
        {
            return false;
        }

        var syllable = TextFold.At(text, position++);
        SkipBlank(text, ref position);
        return TextFold.IsDigit(text, position) && Syllables.IndexOf(syllable) >= 0;
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
