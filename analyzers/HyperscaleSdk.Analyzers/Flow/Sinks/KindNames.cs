using System.Collections.Generic;
using HyperscaleSdk.Localization;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The kinds of personal data in words.</summary>
internal static class KindNames
{
    /// <param name="kinds">Their numbers.</param>
    public static BilingualText Of(IReadOnlyCollection<int> kinds)
    {
        var english = new List<string>();
        var korean = new List<string>();
        foreach (var kind in kinds)
        {
            var name = Of((PersonalDataKind)kind);
            english.Add(name.English);
            korean.Add(name.Korean);
        }

        return new BilingualText(string.Join(", ", english), string.Join(", ", korean));
    }

    private static (string English, string Korean) Of(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => ("resident registration number", "주민등록번호"),
        PersonalDataKind.ForeignerRegistrationNumber => ("foreigner registration number", "외국인등록번호"),
        PersonalDataKind.PassportNumber => ("passport number", "여권번호"),
        PersonalDataKind.DriverLicenseNumber => ("driver's licence number", "운전면허번호"),
        PersonalDataKind.Name => ("name", "이름"),
        PersonalDataKind.Phone => ("phone number", "전화번호"),
        PersonalDataKind.Email => ("e-mail address", "이메일 주소"),
        PersonalDataKind.Address => ("address", "주소"),
        PersonalDataKind.BirthDate => ("birth date", "생년월일"),
        PersonalDataKind.CardNumber => ("card number", "카드번호"),
        PersonalDataKind.AccountNumber => ("bank account number", "계좌번호"),
        PersonalDataKind.Health => ("health information", "건강정보"),
        PersonalDataKind.Genetic => ("genetic information", "유전정보"),
        PersonalDataKind.Biometric => ("biometric data", "생체인식정보"),
        PersonalDataKind.CriminalRecord => ("criminal record", "범죄경력"),
        PersonalDataKind.Ethnicity => ("race or ethnicity", "인종·민족"),
        PersonalDataKind.Belief => ("belief", "사상·신념"),
        PersonalDataKind.PoliticalOpinion => ("political opinion", "정치적 견해"),
        PersonalDataKind.UnionMembership => ("union or party membership", "노동조합·정당 가입"),
        PersonalDataKind.SexLife => ("sex life", "성생활"),
        PersonalDataKind.Location => ("location", "위치정보"),
        FlowLabel.ModelOutput => ("prompt or answer", "프롬프트·응답"),
        FlowLabel.PseudonymMap => ("pseudonym table", "가명 대응표"),
        FlowLabel.Child => ("data of a child", "아동 정보"),
        FlowLabel.Entity => ("whole object", "객체 전체"),
        _ => ("personal data", "개인정보"),
    };
}
