namespace HyperscaleSdk.PersonalData.Tests.TextSet;

/// <summary>A line without its marks, and what was marked.</summary>
/// <param name="Text">The text as a recogniser sees it.</param>
/// <param name="Expected">The marked places in text order.</param>
internal sealed record MarkedLine(string Text, IReadOnlyList<MarkedLine.Place> Expected)
{
    private const char Open = '⟦';
    private const char Close = '⟧';

    public static MarkedLine Parse(string line)
    {
        var text = new System.Text.StringBuilder(line.Length);
        var places = new List<Place>();
        for (var position = 0; position < line.Length;)
        {
            if (line[position] != Open)
            {
                text.Append(line[position++]);
                continue;
            }

            var colon = line.IndexOf(':', position);
            var end = line.IndexOf(Close, position);
            var value = line[(colon + 1)..end];
            places.Add(new Place(KindOf(line[(position + 1)..colon]), text.Length, value.Length));
            text.Append(value);
            position = end + 1;
        }

        return new MarkedLine(text.ToString(), places);
    }

    private static PersonalDataKind KindOf(string mark) => mark switch
    {
        "RRN" => PersonalDataKind.ResidentRegistrationNumber,
        "FRN" => PersonalDataKind.ForeignerRegistrationNumber,
        "PASSPORT" => PersonalDataKind.PassportNumber,
        "LICENSE" => PersonalDataKind.DriverLicenseNumber,
        "NAME" => PersonalDataKind.Name,
        "PHONE" => PersonalDataKind.Phone,
        "EMAIL" => PersonalDataKind.Email,
        "ADDRESS" => PersonalDataKind.Address,
        "BIRTH" => PersonalDataKind.BirthDate,
        "CARD" => PersonalDataKind.CardNumber,
        "ACCOUNT" => PersonalDataKind.AccountNumber,
        "HEALTH" => PersonalDataKind.Health,
        "GENETIC" => PersonalDataKind.Genetic,
        "CRIME" => PersonalDataKind.CriminalRecord,
        "ETHNICITY" => PersonalDataKind.Ethnicity,
        "BELIEF" => PersonalDataKind.Belief,
        "POLITICS" => PersonalDataKind.PoliticalOpinion,
        "UNION" => PersonalDataKind.UnionMembership,
        "SEX" => PersonalDataKind.SexLife,
        "LOCATION" => PersonalDataKind.Location,
        "OTHER" => PersonalDataKind.Other,
        _ => throw new FormatException("No such mark: " + mark),
    };

    /// <summary>Personal data in the text.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Start">Index of its first character.</param>
    /// <param name="Length">Its length in UTF-16 code units.</param>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    internal readonly record struct Place(PersonalDataKind Kind, int Start, int Length);
}
