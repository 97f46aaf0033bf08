using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Scripts;

/// <summary>An answer to be given exactly so, whatever was asked. What is null is worked out.</summary>
internal sealed record ReplyScript
{
    public string Text { get; init; } = "";

    /// <summary>The text as it is to be cut in a stream, or null.</summary>
    public IReadOnlyList<string>? Pieces { get; init; }

    public string Reasoning { get; init; } = "";

    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    public string? Refusal { get; init; }

    /// <summary>The provider's own word for why the answer ended, or null.</summary>
    public string? FinishReason { get; init; }

    public int? InputTokens { get; init; }

    public int? OutputTokens { get; init; }

    public int? ReasoningTokens { get; init; }

    public int? CachedTokens { get; init; }

    public ChatReply ToReply(ChatPrompt prompt)
    {
        var thinkingTokens = ReasoningTokens ?? TokenEstimator.Count(Reasoning);
        var output = OutputTokens
            ?? thinkingTokens + TokenEstimator.Count(Text) + TokenEstimator.Count(Refusal ?? "") + ToolCalls.Sum(AnswerEngine.CountCall);
        return new ChatReply(Text, Reasoning, ToolCalls, Ending, thinkingTokens, output)
        {
            Pieces = Pieces,
            Refusal = Refusal,
            FinishReason = FinishReason,
            InputTokens = InputTokens ?? prompt.InputTokens,
            CachedTokens = CachedTokens,
        };
    }

    private ReplyEnding Ending => FinishReason switch
    {
        "length" => ReplyEnding.Length,
        "stop" => ReplyEnding.Stop,
        _ => ToolCalls.Count > 0 ? ReplyEnding.ToolCalls : ReplyEnding.Stop,
    };
}
