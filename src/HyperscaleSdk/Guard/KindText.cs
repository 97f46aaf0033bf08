namespace HyperscaleSdk;

/// <summary>The kinds as words: in messages, in marks and in placeholders.</summary>
internal static class KindText
{
    public static string Korean(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => "주민등록번호",
        PersonalDataKind.ForeignerRegistrationNumber => "외국인등록번호",
        PersonalDataKind.PassportNumber => "여권번호",
        PersonalDataKind.DriverLicenseNumber => "운전면허번호",
        PersonalDataKind.Name => "이름",
        PersonalDataKind.Phone => "전화번호",
        PersonalDataKind.Email => "이메일",
        PersonalDataKind.Address => "주소",
        PersonalDataKind.BirthDate => "생년월일",
        PersonalDataKind.CardNumber => "카드번호",
        PersonalDataKind.AccountNumber => "계좌번호",
        _ => "개인정보",
    };

    /// <summary>What stands in place of a masked value; the same marks as <see cref="PersonalDataRedactor"/> writes.</summary>
    public static string Mark(PersonalDataKind kind) => $"[{Korean(kind)}]";

    /// <summary>The label in a placeholder: capital letters only.</summary>
    public static string Label(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => "RRN",
        PersonalDataKind.ForeignerRegistrationNumber => "FRN",
        PersonalDataKind.PassportNumber => "PASSPORT",
        PersonalDataKind.DriverLicenseNumber => "LICENSE",
        PersonalDataKind.Name => "NAME",
        PersonalDataKind.Phone => "PHONE",
        PersonalDataKind.Email => "EMAIL",
        PersonalDataKind.Address => "ADDRESS",
        PersonalDataKind.BirthDate => "BIRTHDATE",
        PersonalDataKind.CardNumber => "CARD",
        PersonalDataKind.AccountNumber => "ACCOUNT",
        _ => "DATA",
    };
}
