namespace HyperscaleSdk.Policies;

/// <summary>Something AI is used for, and why personal data may be used for it. <c>[AiPurpose("id")]</c> names it in code.</summary>
public sealed record Purpose
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, for readers; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>The basis of the processing (PIPA art. 15(1)); null when not stated.</summary>
    public LawfulBasis? Basis { get; init; }

    /// <summary>The article that permits it, for <see cref="LawfulBasis.Statute"/>; null when there is none.</summary>
    public string? Statute { get; init; }

    /// <summary>The kinds of personal data that it needs; empty for none.</summary>
    public IReadOnlyList<PersonalDataKind> Kinds { get; init; } = [];

    /// <summary>Whether consent is asked for separately from other consents (PIPA art. 23, 24).</summary>
    public bool SeparateConsent { get; init; }

    /// <summary>Where the proof is kept: the consent form, the contract, the assessment; null when not stated.</summary>
    public string? Evidence { get; init; }

    /// <summary>The providers that serve it; empty for all of the register.</summary>
    public IReadOnlyList<string> Processors { get; init; } = [];

    /// <summary>The grade of the data (N2SF); null when not stated.</summary>
    public DataGrade? Grade { get; init; }

    /// <summary>The area of life in which AI may be high-impact; null when none.</summary>
    public HighImpactDomain? Domain { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }

    /// <summary>Whether it is served by a provider: named, or none named at all.</summary>
    /// <param name="providerId">Provider id, in any case; null for a provider that is not known.</param>
    public bool IsServedBy(string? providerId) =>
        Processors.Count == 0 || Processors.Any(processor => string.Equals(processor, providerId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a kind of personal data may be used for it. A resident registration number needs a statute, whatever the consent
    /// (PIPA art. 24-2); other unique identifiers and sensitive information need a statute or separate consent (art. 23, 24).
    /// </summary>
    /// <param name="kind">The kind.</param>
    public bool Allows(PersonalDataKind kind)
    {
        if (Basis is null || !Kinds.Contains(kind))
        {
            return false;
        }

        var hasStatute = Basis == LawfulBasis.Statute && Statute is not null;
        return PersonalDataClasses.Of(kind) switch
        {
            PersonalDataClass.ResidentRegistrationNumber => hasStatute,
            PersonalDataClass.UniqueIdentifier or PersonalDataClass.Sensitive => hasStatute || (Basis == LawfulBasis.Consent && SeparateConsent),
            _ => Basis != LawfulBasis.Statute || hasStatute,
        };
    }
}
