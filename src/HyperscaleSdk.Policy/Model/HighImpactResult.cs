namespace HyperscaleSdk.Policies;

/// <summary>What a review found.</summary>
public enum HighImpactResult
{
    /// <summary>Not high-impact, 해당 없음.</summary>
    NotApplicable,

    /// <summary>High-impact: the duties of AI Basic Act art. 34 apply.</summary>
    HighImpact,

    /// <summary>The ministry was asked to confirm.</summary>
    Asked,
}
