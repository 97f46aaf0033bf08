namespace HyperscaleSdk.Recognition;

/// <summary>Tries the recognisers that can begin at an anchor.</summary>
internal static class TextScanner
{
    /// <param name="text">The text behind the last match.</param>
    /// <param name="anchor">Where to try.</param>
    /// <param name="carried">What the last match was.</param>
    /// <param name="alone">The text is one value and nothing else.</param>
    public static PersonalDataMatch? At(ReadOnlySpan<char> text, int anchor, LabelKind carried, bool alone)
    {
        var match = TextFold.At(text, anchor) switch
        {
            >= '0' and <= '9' => TextFold.IsDigit(text, anchor - 1) || !NumberShape.CanMatch(text, anchor, Next(text, anchor)) ? null : Number(text, anchor, carried, alone),
            '@' => EmailAddress.Find(text, anchor),
            ':' or '=' => LabelledValue.Find(text, anchor),
            '\0' or ';' or '<' or '>' or '?' => null,
            _ => PersonName.AfterParticle(text, anchor + AnchorSearch.WordLength),
        };

        // 010-1234-5678@mail.com: what looks like a number is the beginning of an address.
        return match is { } found && TextFold.At(text, found.End) == '@' ? null : match;
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

    /// <summary>True when the text is one value, such as a field holds it: digits, hyphens and Latin letters, no more of these than a passport has.</summary>
    public static bool IsOneValue(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            letters += TextFold.IsAsciiLetter(text, i) ? 1 : 0;
            if (letters > 2 || !(TextFold.IsDigit(text, i) || TextFold.IsAsciiLetter(text, i) || TextFold.At(text, i) == '-'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= DigitGroups.MostDigits;
    }

    /// <summary>What the mark in the place of a match says about the number behind it.</summary>
    public static LabelKind LabelOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => LabelKind.Resident,
        PersonalDataKind.ForeignerRegistrationNumber => LabelKind.Foreigner,
        PersonalDataKind.PassportNumber => LabelKind.Passport,
        PersonalDataKind.DriverLicenseNumber => LabelKind.License,
        PersonalDataKind.Phone => LabelKind.Phone,
        PersonalDataKind.CardNumber => LabelKind.Card,
        PersonalDataKind.AccountNumber => LabelKind.Account,
        PersonalDataKind.BirthDate => LabelKind.Birth,
        _ => LabelKind.Neutral,
    };

    private static PersonalDataMatch? Number(ReadOnlySpan<char> text, int anchor, LabelKind carried, bool alone)
    {
        var site = new NumberSite(text, anchor, carried, alone);

        if (site.Groups.Total >= 6 || TextFold.IsAsciiLetter(text, anchor - 1) || TextFold.At(text, anchor - 1) is '+' or ' ')
        {
            var found = ResidentNumber.Find(ref site)
                ?? PartialResidentNumber.Find(ref site)
                ?? DriverLicense.Find(ref site)
                ?? Passport.Find(ref site)
                ?? Telephone.Find(ref site)
                ?? PaymentCard.Find(ref site);
            if (found is not null)
            {
                return found;
            }
        }

        return BirthDateNumber.Find(ref site)
            ?? LabelledNumber.Find(ref site)
            ?? PersonLocation.Find(ref site)
            ?? VehiclePlate.Find(ref site)
            ?? PostalAddress.Find(text, anchor);
    }
}
