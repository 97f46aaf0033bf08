using HyperscaleSdk.Emulator.Text;
using HyperscaleSdk.Emulator.Tools;

namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>The model: a pure function from a prompt to an answer.</summary>
internal static class AnswerEngine
{
    public static ChatReply Answer(ChatPrompt prompt)
    {
        var budget = prompt.TokenLimit ?? int.MaxValue;
        var thinking = prompt.ThinkingDepth > 0 ? ThinkingWriter.Write(prompt) : "";
        var thinkingTokens = TokenEstimator.Count(thinking);
        if (thinkingTokens >= budget)
        {
            thinking = TokenEstimator.Take(thinking, budget);
            return new ChatReply("", thinking, [], ReplyEnding.Length, budget, budget);
        }

        var calls = ToolSelector.Select(prompt);
        if (calls.Count > 0)
        {
            var callTokens = calls.Sum(CountCall);
            return new ChatReply("", thinking, calls, ReplyEnding.ToolCalls, thinkingTokens, thinkingTokens + callTokens);
        }

        var (text, ending) = Stop(WriteText(prompt), prompt.Stop);
        var textTokens = TokenEstimator.Count(text);
        if (textTokens > budget - thinkingTokens)
        {
            textTokens = budget - thinkingTokens;
            text = TokenEstimator.Take(text, textTokens);
            ending = ReplyEnding.Length;
        }

        return new ChatReply(text, thinking, [], ending, thinkingTokens, thinkingTokens + textTokens);
    }

    public static int CountCall(ToolCall call)
        => TokenEstimator.TokensPerMessage + TokenEstimator.Count(call.Name) + TokenEstimator.Count(call.Arguments);

    private static string WriteText(ChatPrompt prompt) => prompt.Shape switch
    {
        AnswerShape.JsonSchema => JsonInstance.CreateText(prompt.Schema, PromptHints.From(prompt), requiredOnly: false),
        AnswerShape.Text when InstructedSchema.Find(prompt) is { } schema => JsonInstance.CreateText(schema, PromptHints.From(prompt), requiredOnly: false),
        AnswerShape.Choice => prompt.Choices.FirstOrDefault(choice => prompt.LastUserTurn?.Text.Contains(choice, StringComparison.OrdinalIgnoreCase) is true) ?? prompt.Choices[0],
        AnswerShape.JsonObject => JsonInstance.CreateAnswerObject(AnswerWriter.Write(prompt), PromptHints.From(prompt)),
        _ => AnswerWriter.Write(prompt),
    };

    private static (string Text, ReplyEnding Ending) Stop(string text, IReadOnlyList<string> stops)
    {
        var first = stops.Where(stop => stop.Length > 0)
            .Select(stop => text.IndexOf(stop, StringComparison.Ordinal))
            .Where(at => at >= 0)
            .DefaultIfEmpty(-1)
            .Min();
        return first < 0 ? (text, ReplyEnding.Stop) : (text[..first], ReplyEnding.StopSequence);
    }
}
