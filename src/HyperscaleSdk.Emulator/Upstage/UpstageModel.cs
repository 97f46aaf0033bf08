namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>A chat model: the alias, the dated snapshot that answers, its context in tokens.</summary>
internal sealed record UpstageModel(string Alias, string Snapshot, int ContextTokens)
{
    /// <summary>Values of <c>reasoning_effort</c> that leave reasoning off; empty for a model without reasoning.</summary>
    public IReadOnlyList<string> EffortsOff { get; init; } = [];

    /// <summary>Values that turn it on, from the least to the most.</summary>
    public IReadOnlyList<string> EffortsOn { get; init; } = [];

    public int RequestsPerMinute { get; init; } = 100;

    public int TokensPerMinute { get; init; } = 250_000;

    /// <summary>Dimensions of an embedding model; 0 for a chat model.</summary>
    public int Dimensions { get; init; }
}
