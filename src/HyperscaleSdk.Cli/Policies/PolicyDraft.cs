namespace HyperscaleSdk.Cli.Policies;

/// <summary>What <c>policy init</c> was told: every value as it goes into the file, null where nothing was said.</summary>
internal sealed record PolicyDraft
{
    public string? Organisation { get; set; }

    public string? RegistrationNumber { get; init; }

    public string? Role { get; set; }

    public string? PrivacyPolicyUrl { get; init; }

    public string? Profile { get; set; }

    public string? Processor { get; set; }

    public string? ProcessorRole { get; init; }

    public string? Contract { get; set; }

    public string? Task { get; set; }

    public IReadOnlyList<string> SubProcessors { get; init; } = [];

    public string? PublishedUrl { get; set; }

    public bool? TrainsOnInput { get; init; }

    public int? RetentionDays { get; init; }

    public string? Deletion { get; init; }

    public bool? HumanReview { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public string? Purpose { get; set; }

    public string? Basis { get; set; }

    public string? Statute { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public bool SeparateConsent { get; init; }

    public string? Evidence { get; init; }

    public string? GuardDefault { get; init; }

    public string? Voucher { get; set; }

    public string? Programme { get; init; }

    public string? Product { get; init; }

    public decimal? Government { get; init; }

    public decimal? OwnCash { get; init; }

    public decimal? OwnInKind { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidUntil { get; init; }

    public string? Notice { get; init; }

    public string? NoticeEvidence { get; init; }
}
