using System.Text.Json;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>Everything an answer depends on.</summary>
internal sealed record ChatPrompt
{
    public required string Model { get; init; }

    public required IReadOnlyList<ChatTurn> Turns { get; init; }

    public IReadOnlyList<ToolOffer> Tools { get; init; } = [];

    public ToolDemand Demand { get; init; }

    /// <summary>The function to call under <see cref="ToolDemand.Named"/>.</summary>
    public string? DemandedTool { get; init; }

    public bool ParallelCalls { get; init; } = true;

    public AnswerShape Shape { get; init; }

    public JsonElement? Schema { get; init; }

    /// <summary>The texts to choose from under <see cref="AnswerShape.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Output tokens at most, thinking included; null: no limit of its own.</summary>
    public int? TokenLimit { get; init; }

    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>0: none; 1 to 3 and more: how long the model thinks aloud.</summary>
    public int ThinkingDepth { get; init; }

    /// <summary>Text of tool and schema definitions, for counting only.</summary>
    public string Definitions { get; init; } = "";

    public ChatTurn? LastUserTurn => Turns.LastOrDefault(turn => turn.IsUser);

    public int InputTokens => TokenEstimator.Count(Definitions) + Turns.Sum(CountTurn);

    public static int CountTurn(ChatTurn turn)
        => TokenEstimator.TokensPerMessage
            + TokenEstimator.Count(turn.Text)
            + (turn.Images * TokenEstimator.TokensPerImage)
            + turn.ToolCalls.Sum(call => TokenEstimator.Count(call.Name) + TokenEstimator.Count(call.Arguments));
}
