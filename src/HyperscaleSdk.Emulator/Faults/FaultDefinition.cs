namespace HyperscaleSdk.Emulator.Faults;

/// <summary>One fault: its name in the header, what it does, and to which answers it can happen.</summary>
internal sealed record FaultDefinition(string Name, FaultKinds Kind, string Meaning, string Korean)
{
    /// <summary>Happens to answers that are one JSON document: completions, embeddings and the rest.</summary>
    public bool Whole { get; init; } = true;

    public bool Stream { get; init; } = true;

    /// <summary>Needs an answer that reports usage.</summary>
    public bool Usage { get; init; }
}
