using System.Text;

namespace HyperscaleSdk;

/// <summary>Removes personal data from text before it leaves the process.</summary>
public static class PersonalDataRedactor
{
    private const int MostPasses = 8;

    /// <summary>
    /// Replaces every identifier that <see cref="PersonalDataRecognizer"/> finds by a neutral mark, such as
    /// <c>[주민등록번호]</c>. A text that is nothing but thirteen digits in the shape of a registration number is
    /// replaced as well, without a context word. Redacting twice changes nothing.
    /// </summary>
    /// <param name="text">The text to redact.</param>
    /// <returns>The redacted text; the same instance when there was nothing to remove.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    [PersonalDataSanitizer]
    public static string Redact(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        // A mark can change what the text around it looks like, so the result is read again.
        for (var pass = 0; pass < MostPasses && Once(text) is { } redacted; pass++)
        {
            text = redacted;
        }

        return text;
    }

    private static string? Once(string text)
    {
        var matches = PersonalDataRecognizer.FindForRedaction(text.AsSpan());
        if (matches.Count == 0)
        {
            return null;
        }

        var redacted = new StringBuilder(text.Length);
        var position = 0;
        foreach (var match in matches)
        {
            redacted.Append(text, position, match.Start - position).Append(MarkOf(match.Kind));
            position = match.End;
        }

        return redacted.Append(text, position, text.Length - position).ToString();
    }

    private static string MarkOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => "[주민등록번호]",
        PersonalDataKind.ForeignerRegistrationNumber => "[외국인등록번호]",
        PersonalDataKind.PassportNumber => "[여권번호]",
        PersonalDataKind.DriverLicenseNumber => "[운전면허번호]",
        PersonalDataKind.Name => "[이름]",
        PersonalDataKind.Phone => "[전화번호]",
        PersonalDataKind.Email => "[이메일]",
        PersonalDataKind.Address => "[주소]",
        PersonalDataKind.BirthDate => "[생년월일]",
        PersonalDataKind.CardNumber => "[카드번호]",
        PersonalDataKind.AccountNumber => "[계좌번호]",
        PersonalDataKind.Location => "[위치정보]",
        >= PersonalDataKind.Health and <= PersonalDataKind.SexLife => "[민감정보]",
        _ => "[개인정보]",
    };
}
