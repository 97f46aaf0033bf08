namespace HyperscaleSdk.Policies;

/// <summary>The bases for processing personal data, PIPA art. 15(1).</summary>
public enum LawfulBasis
{
    /// <summary>No. 1: consent, 동의.</summary>
    Consent,

    /// <summary>No. 2: a statute permits or demands it, 법령.</summary>
    Statute,

    /// <summary>No. 3: a public body's tasks, 공공기관의 소관 업무.</summary>
    PublicTask,

    /// <summary>No. 4: a contract with the person, 계약의 이행.</summary>
    Contract,

    /// <summary>No. 5: life, body or property in urgent danger, 급박한 이익.</summary>
    VitalInterest,

    /// <summary>No. 6: legitimate interest that clearly prevails, 정당한 이익.</summary>
    LegitimateInterest,

    /// <summary>No. 7: public safety, 공공의 안전.</summary>
    PublicSafety,
}
