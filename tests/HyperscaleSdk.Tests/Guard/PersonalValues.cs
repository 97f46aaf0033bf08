using System.Globalization;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Makes values of every kind that the recogniser knows, in the spellings that people use.</summary>
internal sealed class PersonalValues(Random random)
{
    public static readonly PersonalDataKind[] Kinds =
    [
        PersonalDataKind.ResidentRegistrationNumber, PersonalDataKind.ForeignerRegistrationNumber, PersonalDataKind.PassportNumber, PersonalDataKind.DriverLicenseNumber,
        PersonalDataKind.Name, PersonalDataKind.Phone, PersonalDataKind.Email, PersonalDataKind.Address, PersonalDataKind.BirthDate, PersonalDataKind.CardNumber,
        PersonalDataKind.AccountNumber,
    ];

    public PersonalValue Next() => Next(Kinds[random.Next(Kinds.Length)]);

    public PersonalValue Next(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => Registration(kind, 1, "주민등록번호"),
        PersonalDataKind.ForeignerRegistrationNumber => Registration(kind, 5, "외국인등록번호"),
        PersonalDataKind.PassportNumber => new(kind, $"{Pick("MSRODG")}{(random.Next(2) == 0 ? Digits(8) : $"{Digits(3)}{Pick("ABCDEFGH")}{Digits(4)}")}", "여권번호"),
        PersonalDataKind.DriverLicenseNumber => new(kind, $"{random.Next(11, 27)}-{Digits(2)}-{Digits(6)}-{Digits(2)}", Pick("", "운전면허")),
        PersonalDataKind.Name => new(kind, $"{Pick("김이박최정강조윤장임")}{Pick("서도하지민예준수현")}{Pick("연윤우원호진아영훈빈")}", "이름:"),
        PersonalDataKind.Phone => new(kind, Wide(Pick($"010-{Mobile()}-{Digits(4)}", $"010{Mobile()}{Digits(4)}", $"+82 10-{Mobile()}-{Digits(4)}", $"02-{random.Next(200, 999)}-{Digits(4)}")), Pick("", "연락처", "전화:")),
        PersonalDataKind.Email => new(kind, $"{Pick("kim", "lee.h", "park_j", "choi+s")}{Digits(4)}@{Pick("corp", "mail", "shop")}{Digits(2)}.{Pick("co.kr", "com", "kr")}", Pick("", "이메일")),
        PersonalDataKind.Address => new(kind, $"서울특별시 {Pick("강남구", "마포구", "송파구")} {Pick("테헤란로", "월드컵로", "올림픽로")} {random.Next(100, 999)}", Pick("", "주소는")),
        PersonalDataKind.BirthDate => new(kind, Date().ToString(Pick("yyyy-MM-dd", "yyyy.MM.dd"), CultureInfo.InvariantCulture), "생년월일"),
        PersonalDataKind.CardNumber => Card(),
        _ => new(kind, $"{Digits(3)}-{Digits(3)}-{Digits(6)}", "계좌번호"),
    };

    private static string FullWidth(string text) => string.Create(text.Length, text, static (wide, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            wide[i] = char.IsAsciiDigit(text[i]) ? (char)(text[i] + 0xFEE0) : text[i];
        }
    });

    private PersonalValue Registration(PersonalDataKind kind, int century, string label)
    {
        var hyphen = random.Next(3) > 0;
        var date = Date();
        var digit = century + (date.Year >= 2000 ? 2 : 0) + random.Next(2);
        var value = $"{date.ToString("yyMMdd", CultureInfo.InvariantCulture)}{(hyphen ? "-" : string.Empty)}{digit}{Digits(6)}";
        return new(kind, Wide(value), hyphen && random.Next(2) == 0 ? string.Empty : label);
    }

    private PersonalValue Card()
    {
        var digits = $"{Pick("34569")}{Digits(14)}";
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        digits += (char)('0' + ((10 - (sum % 10)) % 10));
        return new(PersonalDataKind.CardNumber, $"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}", Pick("", "카드번호"));
    }

    private DateTime Date() => new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Next(365 * 65));

    private string Wide(string value) => random.Next(12) == 0 ? FullWidth(value) : value;

    private string Mobile() => random.Next(2000, 9999).ToString(CultureInfo.InvariantCulture);

    private string Digits(int count) => string.Create(count, random, static (digits, random) =>
    {
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = (char)('0' + random.Next(10));
        }
    });

    private char Pick(string characters) => characters[random.Next(characters.Length)];

    private string Pick(params ReadOnlySpan<string> texts) => texts[random.Next(texts.Length)];
}
