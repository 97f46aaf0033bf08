namespace HyperscaleSdk;

/// <summary>
/// What personal data a value is. The first four are the unique identifiers of the Korean Personal Information
/// Protection Act (PIPA Enforcement Decree art. 19); <see cref="Health"/> to <see cref="SexLife"/> are sensitive
/// information (PIPA art. 23).
/// </summary>
public enum PersonalDataKind
{
    /// <summary>Resident registration number, 주민등록번호 (PIPA art. 24-2). Consent is no basis for processing it.</summary>
    ResidentRegistrationNumber,

    /// <summary>Foreigner registration number, 외국인등록번호 (PIPA art. 24).</summary>
    ForeignerRegistrationNumber,

    /// <summary>Passport number, 여권번호 (PIPA art. 24).</summary>
    PassportNumber,

    /// <summary>Driver's licence number, 운전면허번호 (PIPA art. 24).</summary>
    DriverLicenseNumber,

    /// <summary>A person's name, 성명.</summary>
    Name,

    /// <summary>Mobile or landline number, 전화번호.</summary>
    Phone,

    /// <summary>E-mail address, 전자우편 주소.</summary>
    Email,

    /// <summary>Postal address, 주소.</summary>
    Address,

    /// <summary>Date of birth, 생년월일. A resident registration number with its last six digits masked is one as well.</summary>
    BirthDate,

    /// <summary>Payment card number, 카드번호.</summary>
    CardNumber,

    /// <summary>Bank account number, 계좌번호.</summary>
    AccountNumber,

    /// <summary>Health information, 건강정보 (sensitive).</summary>
    Health,

    /// <summary>Genetic information, 유전정보 (sensitive).</summary>
    Genetic,

    /// <summary>Biometric feature data, 생체인식정보 (sensitive).</summary>
    Biometric,

    /// <summary>Criminal record, 범죄경력 (sensitive).</summary>
    CriminalRecord,

    /// <summary>Race or ethnicity, 인종·민족 (sensitive).</summary>
    Ethnicity,

    /// <summary>Ideology or belief, 사상·신념 (sensitive).</summary>
    Belief,

    /// <summary>Political opinion, 정치적 견해 (sensitive).</summary>
    PoliticalOpinion,

    /// <summary>Union or party membership, 노동조합·정당 가입 (sensitive).</summary>
    UnionMembership,

    /// <summary>Sex life, 성생활 (sensitive).</summary>
    SexLife,

    /// <summary>Location of a person, 위치정보.</summary>
    Location,

    /// <summary>Personal data of any other kind.</summary>
    Other,
}
