using HyperscaleSdk.Recognition;

namespace HyperscaleSdk.PersonalData.Tests;

/// <summary>The slow way to read a text: every recogniser at every character, nothing passed over. What the quick way finds must be the same.</summary>
internal static class EveryPositionScanner
{
    private static readonly string[] Announcing = ["이름은", "성함은", "성명은"];

    public static List<PersonalDataMatch> Find(string text)
    {
        var found = new List<PersonalDataMatch>();
        var floor = 0;
        var carried = LabelKind.None;
        for (var position = 0; position < text.Length;)
        {
            var rest = text.AsSpan(floor);
            if (At(rest, position - floor, carried) is not { } match || TextFold.At(rest, match.End) == '@')
            {
                position++;
                continue;
            }

            found.Add(match with { Start = match.Start + floor });
            floor += match.End;
            position = floor;
            carried = TextScanner.LabelOf(match.Kind);
        }

        return found;
    }

    private static PersonalDataMatch? At(ReadOnlySpan<char> text, int position, LabelKind carried)
    {
        switch (TextFold.At(text, position))
        {
            case >= '0' and <= '9':
                return TextFold.IsDigit(text, position - 1) ? null : Number(text, position, carried);
            case '@':
                return EmailAddress.Find(text, position);
            case ':' or '=':
                return LabelledValue.Find(text, position);
        }

        foreach (var word in Announcing)
        {
            if (text[position..].StartsWith(word))
            {
                return PersonName.AfterParticle(text, position + word.Length);
            }
        }

        return null;
    }

    private static PersonalDataMatch? Number(ReadOnlySpan<char> text, int position, LabelKind carried)
    {
        var site = new NumberSite(text, position, carried, alone: false);
        if (site.Groups.IsTooLong || (TextFold.At(text, position - 1) == '-' && TextFold.IsDigit(text, position - 2)) || TextFold.At(text, site.Groups.EndOf(0)) == '@')
        {
            return null;
        }

        // Reads all letters before the number at once: no recogniser is spared the look at its label.
        _ = site.Before;
        PersonalDataMatch? found = null;
        if (site.Groups.Total >= 6 || TextFold.IsAsciiLetter(text, position - 1) || TextFold.At(text, position - 1) is '+' or ' ')
        {
            found = ResidentNumber.Find(ref site)
                ?? PartialResidentNumber.Find(ref site)
                ?? DriverLicense.Find(ref site)
                ?? Passport.Find(ref site)
                ?? Telephone.Find(ref site)
                ?? PaymentCard.Find(ref site);
        }

        return found
            ?? BirthDateNumber.Find(ref site)
            ?? LabelledNumber.Find(ref site)
            ?? PersonLocation.Find(ref site)
            ?? VehiclePlate.Find(ref site)
            ?? PostalAddress.Find(text, position);
    }
}
