using System;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a mask leaves of an example of each kind, as a person would try it.</summary>
internal static class MaskExamples
{
    // As Korean masks are: at least three digits of a number are gone, and not only from its beginning; of a name one letter.
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
        (PersonalDataKind.CardNumber, ["5412-7534-8906-2361", "5412753489062361"]),
        (PersonalDataKind.AccountNumber, ["110-234-567890", "110234567890", "1102345678"]),
        (PersonalDataKind.BirthDate, ["1987-11-23", "19871123"]),
        (PersonalDataKind.Email, ["gildong.hong@example.com"]),
        (PersonalDataKind.Name, ["홍길동"]),
    ];

    /// <param name="mask">Gives what is left of a text; null when that is not known.</param>
    /// <param name="ofOneForm">Whether it is enough that one form of a number is masked so.</param>
    /// <returns>The bits of the kinds that are gone, and of the numbers of which birth date and sex are left.</returns>
    public static (uint Gone, uint Shortened) Try(Func<PersonalDataKind, string, string?> mask, Func<PersonalDataKind, string, bool> ofOneForm)
    {
        var (gone, shortened) = (0u, 0u);
        foreach (var (kind, texts) in Examples)
        {
            var tried = texts.Select(text => (Text: text, Left: mask(kind, text)!)).Where(form => form.Left is not null).ToArray();
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
        PersonalDataKind.Name => !Has(rest, "홍길") && !Has(rest, "길동") && !text.All(letter => rest.IndexOf(letter) >= 0),

        // Who it is stands before the at sign.
        PersonalDataKind.Email => !Has(rest, "gild") && !Has(rest, "hong"),
        PersonalDataKind.BirthDate => Digits(rest) <= LongestEnd && !(Has(rest, "11") && Has(rest, "23")),
        PersonalDataKind.ResidentRegistrationNumber or PersonalDataKind.ForeignerRegistrationNumber => Digits(rest) <= LongestEnd,
        _ => Digits(rest) <= LongestEnd || (Digits(rest) <= Digits(text) - FewestGone && !OnlyDigits(text).EndsWith(OnlyDigits(rest), StringComparison.Ordinal)),
    };

    private static bool Has(string rest, string part) => rest.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    // 000-0000-0000: one digit in the place of all.
    private static int Digits(string text) => text.Where(char.IsDigit).Distinct().Count() == 1 ? 0 : text.Count(char.IsDigit);

    private static string OnlyDigits(string text) => string.Concat(text.Where(char.IsDigit));
}
