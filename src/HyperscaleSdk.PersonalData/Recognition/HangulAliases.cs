using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.Recognition;

/// <summary>Aliases in Hangul. Korean compounds end in their head, so these match at the end of a word, the longest first.</summary>
internal static class HangulAliases
{
    /// <summary>Aliases that mean one thing only.</summary>
    public static readonly KeyValuePair<string, PersonalDataKind>[] Strong = Table(
        (ResidentRegistrationNumber, "주민등록번호 주민번호 주민등록번호앞자리 주민등록번호뒷자리 주민번호앞자리 주민번호뒷자리 주번"),
        (ForeignerRegistrationNumber, "외국인등록번호 외국인번호"),
        (PassportNumber, "여권번호 여권"),
        (DriverLicenseNumber, "운전면허번호 운전면허 운전면허증번호 면허번호"),
        (Phone, "휴대폰번호 휴대폰 핸드폰번호 핸드폰 휴대전화번호 휴대전화 전화번호 연락처 비상연락처"),
        (Email, "이메일 이메일주소 메일주소 전자우편"),
        (Address, "도로명주소 지번주소 상세주소 집주소 자택주소 거주지 배송지주소"),
        (BirthDate, "생년월일 생일 출생일"),
        (CardNumber, "카드번호"),
        (AccountNumber, "계좌번호 계좌"),
        (Name, "성명 성함 고객명 환자명 회원명 직원명 학생명 예금주 예금주명 수취인명 신청인명 보호자명 피보험자명 수급자명"),
        (Health, "진단명 진단 병명 질병명 상병명 질병 질환 처방 처방전 처방내역 혈액형 병력 과거력 기저질환 복용약 장애등급 장애유형 건강정보 건강상태 진료기록 투약내역 알레르기"),
        (Genetic, "유전정보 유전자정보 유전자검사결과 유전자"),
        (Biometric, "지문정보 지문템플릿 안면정보 안면특징 홍채 홍채정보 정맥정보 생체정보 생체인식정보"),
        (CriminalRecord, "전과 전과기록 범죄경력 범죄이력"),
        (Ethnicity, "인종 민족"),
        (Belief, "종교 신념 사상"),
        (PoliticalOpinion, "정치성향 정치적견해 지지정당"),
        (UnionMembership, "노조 노조가입 노조가입여부 소속노조 노동조합 노동조합가입 노동조합가입여부 노동조합원 정당가입 가입정당 소속정당 당적"),
        (SexLife, "성생활 성적지향"),
        (Location, "위치정보 현재위치 접속아이피 접속IP"),
        (Other, "차량번호 차번호 군번 학번 사번 사원번호 직원번호 건강보험번호 건강보험증번호 보험증번호 개인통관고유부호 통관부호"));

    /// <summary>Aliases that mean other things as well.</summary>
    public static readonly KeyValuePair<string, PersonalDataKind>[] Weak = Table(
        (Name, "이름"),
        (Address, "주소 우편번호"),
        (Phone, "전화"),
        (Email, "메일"),
        (Health, "증상 장애"),
        (Biometric, "지문 안면"),
        (Location, "위도 경도 위치 아이피"));

    private static KeyValuePair<string, PersonalDataKind>[] Table(params (PersonalDataKind Kind, string Words)[] rows) =>
        [.. AliasTable.Of(rows).OrderByDescending(alias => alias.Key.Length).ThenBy(alias => alias.Key, StringComparer.Ordinal)];
}
