using System;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a mask leaves of an example of each kind, as a person would try it.</summary>
internal static class MaskExamples
{
    // As Korean masks are: at least three digits of a number are gone, of a name every second letter.
    private const int FewestGone = 3;
    private const int LongestEnd = 4;
    private const int BirthDate = 6;
    private const int BirthDateAndSex = 7;

    private static readonly (PersonalDataKind Kind, string[] Texts)[] Examples =
    [
        (PersonalDataKind.ResidentRegistrationNumber, ["900101-1234567", "9001011234567"]),
        (PersonalDataKind.ForeignerRegistrationNumber, ["900101-5234567", "9001015234567"]),
        (PersonalDataKind.PassportNumber, ["M12345678", "M123A4567"]),
        (PersonalDataKind.DriverLicenseNumber, ["11-12-345678-90", "111234567890"]),
        (PersonalDataKind.Phone, ["010-1234-5678", "01012345678"]),
        (PersonalDataKind.CardNumber, ["1234-5678-1234-5678", "1234567812345678"]),
        (PersonalDataKind.AccountNumber, ["110-234-567890", "110234567890", "1102345678"]),
        (PersonalDataKind.BirthDate, ["1990-01-01", "19900101"]),
        (PersonalDataKind.Email, ["gildong.hong@example.com"]),
        (PersonalDataKind.Name, ["홍길동"]),
    ];

    /// <param name="mask">Gives what is left of a text; null when that is not known.</param>
    /// <param name="ofOneForm">Whether it is enough that one form of a number is masked so.</param>
    /// <returns>The bits of the kinds that are gone, and of the numbers of which birth date and sex are left.</returns>
    public static (uint Gone, uint Shortened) Try(Func<string, string?> mask, Func<PersonalDataKind, string, bool> ofOneForm)
    {
        var (gone, shortened) = (0u, 0u);
        foreach (var (kind, texts) in Examples)
        {
            var tried = texts.Select(text => (Text: text, Left: mask(text)!)).Where(form => form.Left is not null).ToArray();
            if (tried.Length == 0)
            {
                continue;
            }

            // A mask for the form with hyphens is a mask for whoever has that form.
            var masked = tried.Where(form => IsGone(kind, form.Text, form.Left)).ToArray();
            if (masked.Length == tried.Length || Array.Exists(masked, form => ofOneForm(kind, form.Left)))
            {
                gone |= FlowLabel.Bit(kind);
            }
            else if (kind <= PersonalDataKind.ForeignerRegistrationNumber && Array.Exists(tried, form => Digits(form.Left) <= BirthDateAndSex && form.Left.StartsWith(texts[0].Substring(0, BirthDate), StringComparison.Ordinal)))
            {
                shortened |= FlowLabel.Bit(kind);
            }
        }

        return (gone, shortened);
    }

    private static bool IsGone(PersonalDataKind kind, string text, string rest) => kind switch
    {
        PersonalDataKind.Name => rest.IndexOf("홍길", StringComparison.Ordinal) < 0 && rest.IndexOf("길동", StringComparison.Ordinal) < 0,
        PersonalDataKind.Email => rest.IndexOf('@') < 0 || rest.IndexOf("gild", StringComparison.Ordinal) < 0 && rest.IndexOf("hong", StringComparison.Ordinal) < 0,
        PersonalDataKind.ResidentRegistrationNumber or PersonalDataKind.ForeignerRegistrationNumber => Digits(rest) <= LongestEnd,
        _ => Digits(rest) <= Digits(text) - FewestGone,
    };

    private static int Digits(string text) => text.Count(char.IsDigit);
}
