namespace HyperscaleSdk.Policies;

/// <summary>Who answers for the processing.</summary>
public sealed record Organisation
{
    /// <summary>Its name, as the privacy policy gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Business registration number, 사업자등록번호: ten digits, with or without hyphens; null when not stated.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>What it is under the AI Basic Act; null when not stated.</summary>
    public OrganisationRole? Role { get; init; }

    /// <summary>Address of its privacy policy, 개인정보 처리방침; null when not stated.</summary>
    public Uri? PrivacyPolicyUrl { get; init; }
}
