namespace HyperscaleSdk;

/// <summary>What a person made of a model's proposal.</summary>
public enum HumanReviewOutcome
{
    /// <summary>Nobody has decided yet: nothing may take effect.</summary>
    Pending,

    /// <summary>The proposal stands.</summary>
    Confirmed,

    /// <summary>The person decided otherwise.</summary>
    Overturned,
}
