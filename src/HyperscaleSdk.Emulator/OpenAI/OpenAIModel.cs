namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>A model: its name, the name that the answer carries, its context in tokens.</summary>
internal sealed record OpenAIModel(string Name, string Served, int ContextTokens)
{
    /// <summary>Values of <c>reasoning_effort</c> that leave reasoning off; empty for a model without reasoning.</summary>
    public IReadOnlyList<string> EffortsOff { get; init; } = [];

    /// <summary>Values that turn it on, from the least to the most.</summary>
    public IReadOnlyList<string> EffortsOn { get; init; } = [];

    /// <summary>Reasons unless it is told not to.</summary>
    public bool Thinks { get; init; }

    /// <summary>Takes neither tools, a response format nor stop sequences while it reasons.</summary>
    public bool ThinksAlone { get; init; }

    public bool SeesImages { get; init; }

    public int RequestsPerMinute { get; init; } = 100;

    public int TokensPerMinute { get; init; } = 250_000;

    /// <summary>Dimensions of an embedding model; 0 for a chat model.</summary>
    public int Dimensions { get; init; }

    public static OpenAIModel Chat(string name, int contextTokens) => new(name, name, contextTokens);

    public static OpenAIModel Embedding(string name, int contextTokens, int dimensions) => new(name, name, contextTokens) { Dimensions = dimensions };
}
