namespace HyperscaleSdk.Policies;

/// <summary>One that gets the data: an entry of the processor register (PIPA art. 26, or art. 17 for a third party).</summary>
public sealed record Processor
{
    /// <summary>Provider id such as <c>upstage</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for readers; null when not stated.</summary>
    public string? Name { get; init; }

    /// <summary>In which capacity it gets the data; null when not stated.</summary>
    public ProcessorRole? Role { get; init; }

    /// <summary>Where the written contract is kept, 위탁 문서 (PIPA art. 26(1)); null when not stated.</summary>
    public string? Contract { get; init; }

    /// <summary>The task that it was given, 위탁하는 업무의 내용; null when not stated.</summary>
    public string? Task { get; init; }

    /// <summary>Those whom it engages in turn, 재수탁자; null when unknown, empty when there are none.</summary>
    public IReadOnlyList<string>? SubProcessors { get; init; }

    /// <summary>Where task and processor are published (PIPA art. 26(2)); null when not stated.</summary>
    public Uri? PublishedUrl { get; init; }

    /// <summary>Whether it may train its models on what it is sent; null when unknown.</summary>
    public bool? TrainsOnInput { get; init; }

    /// <summary>For how many days it keeps what it is sent, 0 for not at all; null when unknown.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>How it deletes, and how it can be asked to; null when unknown.</summary>
    public string? Deletion { get; init; }

    /// <summary>Whether its staff may read what it is sent; null when unknown.</summary>
    public bool? HumanReview { get; init; }

    /// <summary>Where it processes: ISO 3166-1 codes such as <c>KR</c>; empty when unknown, which counts as abroad.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The grades of data that it may get (N2SF); empty when not stated.</summary>
    public IReadOnlyList<DataGrade> AllowedGrades { get; init; } = [];

    /// <summary>Whether the institution has approved it as a destination; null when not stated.</summary>
    public bool? Approved { get; init; }

    /// <summary>On what basis data leaves Korea for it (PIPA art. 28-8); null when it does not or when not stated.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }

    /// <summary>
    /// The members that PIPA art. 26 wants in the register and that the file does not have. A text that starts with TODO is there, and has a
    /// problem of its own.
    /// </summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The terms that are absent, or that the file says are unknown (null): of <c>trainsOnInput</c>, <c>retentionDays</c>, <c>deletion</c>, <c>humanReview</c>.</summary>
    public IReadOnlyList<string> UnknownTerms { get; init; } = [];

    /// <summary>Whether it is known to process in Korea only.</summary>
    public bool IsInKoreaOnly => Role == ProcessorRole.OnPremises || (Countries.Count > 0 && Countries.All(country => country == "KR"));

    /// <summary>
    /// Whether everything that the law wants in the register is there: role, contract, task, sub-processors (none is an answer)
    /// and the published address. What runs on one's own machines has no processor.
    /// </summary>
    public bool IsRegistered =>
        Role == ProcessorRole.OnPremises || (Role is not null && Contract is not null && Task is not null && SubProcessors is not null && PublishedUrl is not null);

    /// <summary>Whether training, retention, deletion and human review are all known.</summary>
    public bool HasKnownTerms =>
        Role == ProcessorRole.OnPremises || (TrainsOnInput is not null && RetentionDays is not null && Deletion is not null && HumanReview is not null);

    /// <summary>Whether personal data may go to it as far as the place is concerned: Korea, or abroad on a complete basis.</summary>
    public bool MayReceiveAbroad => IsInKoreaOnly || Transfer is { IsComplete: true };
}
