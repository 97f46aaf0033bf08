using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>An answer with what it used.</summary>
internal sealed record ChatReply(string Text, string Thinking, IReadOnlyList<ToolCall> ToolCalls, ReplyEnding Ending, int ThinkingTokens, int OutputTokens)
{
    /// <summary>The text as a stream is to cut it, or null: one to three tokens each.</summary>
    public IReadOnlyList<string>? Pieces { get; init; }

    /// <summary>Why the model would not answer, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>The provider's own word for the ending, or null.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Input tokens to report, or null: as counted.</summary>
    public int? InputTokens { get; init; }

    public int? CachedTokens { get; init; }

    public IEnumerable<(string Text, int Tokens)> TextPieces
        => Pieces is null ? StreamPieces.Of(Text) : Pieces.Select(piece => (piece, TokenEstimator.Count(piece)));
}
