namespace HyperscaleSdk.Policies;

/// <summary>The areas in which AI may be high-impact, AI Basic Act art. 2 no. 4.</summary>
public enum HighImpactDomain
{
    /// <summary>Energy supply, 에너지.</summary>
    Energy,

    /// <summary>Drinking water, 먹는물.</summary>
    DrinkingWater,

    /// <summary>Health care, 보건의료.</summary>
    HealthCare,

    /// <summary>Medical devices, 의료기기.</summary>
    MedicalDevice,

    /// <summary>Nuclear facilities and material, 원자력.</summary>
    Nuclear,

    /// <summary>Biometric data for investigation or arrest, 범죄 수사·체포.</summary>
    Investigation,

    /// <summary>Hiring, 채용.</summary>
    Hiring,

    /// <summary>Credit, 대출심사.</summary>
    Lending,

    /// <summary>Transport, 교통.</summary>
    Transport,

    /// <summary>Decisions of public bodies, 공공 의사결정.</summary>
    PublicDecision,

    /// <summary>Assessment of pupils, 학생평가.</summary>
    StudentAssessment,

    /// <summary>Another area named by decree.</summary>
    Other,
}
