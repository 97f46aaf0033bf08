using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Localization;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The kinds of personal data in words.</summary>
internal static class KindNames
{
    public static BilingualText Of(IEnumerable<PersonalDataKind> kinds)
    {
        var names = kinds.Distinct().OrderBy(kind => kind).Select(Of).ToList();
        return new BilingualText(string.Join(", ", names.Select(name => name.English)), string.Join(", ", names.Select(name => name.Korean)));
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
