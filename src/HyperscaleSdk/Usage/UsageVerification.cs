namespace HyperscaleSdk;

/// <summary>What a check of the hash chain found.</summary>
public sealed record UsageVerification
{
    /// <summary>Whether every row is as it was written and none is missing.</summary>
    public bool IsIntact => Problem is null;

    /// <summary>How many rows were checked and found good.</summary>
    public required long Rows { get; init; }

    /// <summary>The hash of the last good row; <see cref="UsageRowHash.Genesis"/> when there is none. Kept elsewhere, it proves later that nothing was rewritten.</summary>
    public required string HeadHash { get; init; }

    /// <summary>The number of the first row that is changed or missing; <see langword="null"/> when the chain is intact.</summary>
    public long? BrokenRow { get; init; }

    /// <summary>What is wrong, for people; <see langword="null"/> when the chain is intact.</summary>
    public string? Problem { get; init; }
}
