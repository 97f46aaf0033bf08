namespace HyperscaleSdk.Emulator.Text;

/// <summary>What an answer mentions; empty: not mentioned.</summary>
internal sealed record AnswerFacts
{
    public required string Question { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required string Instruction { get; init; }

    public required string Earlier { get; init; }

    /// <summary>What each image of the question is.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    public required IReadOnlyList<string> ToolResults { get; init; }

    /// <summary>0 to 2: which wording is taken.</summary>
    public required int Variant { get; init; }
}
