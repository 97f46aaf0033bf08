namespace HyperscaleSdk.Policies;

/// <summary>What an organisation has decided, registered and can prove about its use of AI: <c>hyperscale.policy.json</c>. Immutable.</summary>
public sealed record Policy
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "hyperscale.policy.json";

    /// <summary>A policy that says nothing.</summary>
    public static Policy Empty { get; } = new();

    /// <summary>Who answers for the processing; null when not stated.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Whose rules apply; null when not stated, which the project's <c>HyperscaleProfile</c> decides then.</summary>
    public PolicyProfile? Profile { get; init; }

    /// <summary>The register of those who get the data, each provider once.</summary>
    public IReadOnlyList<Processor> Processors { get; init; } = [];

    /// <summary>What AI is used for, each id once.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];

    /// <summary>What the runtime guard does with personal data; <see cref="GuardPolicy.Unstated"/> when not stated.</summary>
    public GuardPolicy Guard { get; init; } = GuardPolicy.Unstated;

    /// <summary>The vouchers that pay, each id once.</summary>
    public IReadOnlyList<Voucher> Vouchers { get; init; } = [];

    /// <summary>How users are told that AI is at work; null when not stated.</summary>
    public Transparency? Transparency { get; init; }

    /// <summary>The reviews whether a use is high-impact AI.</summary>
    public IReadOnlyList<HighImpactReview> HighImpactReviews { get; init; } = [];

    /// <summary>The price book, in the order of the file.</summary>
    public IReadOnlyList<PolicyPrice> Prices { get; init; } = [];

    /// <summary>The findings that somebody answers for.</summary>
    public IReadOnlyList<PolicySuppression> Suppressions { get; init; } = [];

    /// <summary>The day up to which changes of the law were taken into account; null when not stated.</summary>
    public PolicyDate? RulePack { get; init; }

    /// <summary>Where <see cref="RulePack"/> stands; the default when it is not stated.</summary>
    public PolicySpan RulePackPlace { get; init; }

    /// <summary>The register's entry of a provider.</summary>
    /// <param name="providerId">Provider id such as <c>upstage</c>, in any case.</param>
    /// <returns>The entry; null when there is none.</returns>
    public Processor? FindProcessor(string? providerId) =>
        Processors.FirstOrDefault(processor => string.Equals(processor.Id, providerId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a kind of personal data may be sent to a provider for a purpose. What the provider uses for itself needs consent or
    /// a statute (PIPA art. 17). Where the data is processed is another question: see <see cref="Processor.MayReceiveAbroad"/>.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="providerId">Provider id; null when it is not known, and then only purposes that name no provider count.</param>
    /// <param name="purposeId">The purpose; null when the call names none, and then any purpose counts.</param>
    public bool Allows(PersonalDataKind kind, string? providerId, string? purposeId)
    {
        var usesForItself = FindProcessor(providerId) is { Role: ProcessorRole.ThirdParty } or { TrainsOnInput: true };
        return Purposes.Any(purpose =>
            (purposeId is null || string.Equals(purpose.Id, purposeId, StringComparison.Ordinal))
            && purpose.IsServedBy(providerId)
            && purpose.Allows(kind)
            && (!usesForItself || purpose.Basis is LawfulBasis.Consent or LawfulBasis.Statute));
    }

    /// <summary>The purpose of an id.</summary>
    /// <param name="id">The id, in the case of the file.</param>
    /// <returns>The purpose; null when there is none.</returns>
    public Purpose? FindPurpose(string? id) => Purposes.FirstOrDefault(purpose => string.Equals(purpose.Id, id, StringComparison.Ordinal));

    /// <summary>The voucher of an id.</summary>
    /// <param name="id">The id, in the case of the file.</param>
    /// <returns>The voucher; null when there is none.</returns>
    public Voucher? FindVoucher(string? id) => Vouchers.FirstOrDefault(voucher => string.Equals(voucher.Id, id, StringComparison.Ordinal));
}
