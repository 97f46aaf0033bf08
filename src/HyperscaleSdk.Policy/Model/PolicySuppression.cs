namespace HyperscaleSdk.Policies;

/// <summary>A finding that somebody answers for.</summary>
public sealed record PolicySuppression
{
    /// <summary>Rule id such as <c>HSAI0007</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>A path from the folder of the policy, with <c>/</c>; <c>*</c> stands for part of a name and <c>**</c> for folders.</summary>
    public required string Pattern { get; init; }

    /// <summary>Why the finding is acceptable; null when not stated, and then it has no effect.</summary>
    public string? Justification { get; init; }

    /// <summary>Who decided, by role; null when not stated.</summary>
    public string? Approver { get; init; }

    /// <summary>Last day on which it has effect; null when it has no end.</summary>
    public PolicyDate? Expiry { get; init; }

    /// <summary>The whole entry in the file.</summary>
    public PolicySpan Place { get; init; }

    /// <summary>
    /// Whether it has effect: it is justified, it has not expired, and it has an end when the rule is one whose findings are errors.
    /// </summary>
    /// <param name="today">The day in Korea; null when not known, and then nothing has expired.</param>
    public bool IsEffective(PolicyDate? today) =>
        Justification is not null
        && (Expiry is { } expiry ? today is not { } day || day <= expiry : !RuleCatalog.IsError(Rule));

    /// <summary>Whether it covers a file.</summary>
    /// <param name="path">Path from the folder of the policy, with <c>/</c> or <c>\</c>.</param>
    public bool Covers(string path) => PathPattern.Matches(Pattern, path);
}
