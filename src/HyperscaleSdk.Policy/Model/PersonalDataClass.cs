namespace HyperscaleSdk.Policies;

/// <summary>How strictly the law treats a kind of personal data.</summary>
public enum PersonalDataClass
{
    /// <summary>Personal data without a stricter rule (PIPA art. 15).</summary>
    Ordinary,

    /// <summary>Sensitive information, 민감정보 (art. 23).</summary>
    Sensitive,

    /// <summary>A unique identifier other than the resident registration number, 고유식별정보 (art. 24).</summary>
    UniqueIdentifier,

    /// <summary>The resident registration number, 주민등록번호 (art. 24-2).</summary>
    ResidentRegistrationNumber,
}
