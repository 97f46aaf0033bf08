namespace HyperscaleSdk.Policies;

/// <summary>Which duties of the AI Basic Act (art. 31) an organisation has.</summary>
public enum OrganisationRole
{
    /// <summary>It offers no AI.</summary>
    None,

    /// <summary>Its own staff uses AI for their work.</summary>
    Internal,

    /// <summary>It offers a product or service with AI to others, 인공지능이용사업자.</summary>
    Service,
}
