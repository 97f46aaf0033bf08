using HyperscaleSdk.Emulator.Conversation;

namespace HyperscaleSdk.Emulator.Text;

/// <summary>What a reasoning model says to itself; longer with more effort.</summary>
internal static class ThinkingWriter
{
    public static string Write(ChatPrompt prompt)
    {
        var question = prompt.LastUserTurn?.Text ?? prompt.Turns[^1].Text;
        var quote = Quotation.Of(question, 40);
        var keywords = string.Join(", ", Words.Topics(question, 3) is [_, ..] topics ? topics : [quote]);
        string[] steps = PromptLanguage.IsKorean(question)
            ?
            [
                $"사용자의 질문은 ‘{quote}’이다.",
                $"핵심이 되는 말부터 정리해 보자: {keywords}.",
                "앞선 대화와 지침에 어긋나지 않는지 확인하고, 짧고 공손하게 답하는 것이 좋겠다.",
                "빠뜨린 조건이 없는지 한 번 더 살펴보고 답을 쓴다.",
            ]
            :
            [
                $"The user asks: \"{quote}\".",
                $"The words that matter: {keywords}.",
                "Check this against the earlier turns and the instructions, then answer briefly and politely.",
                "Look once more for a condition that was missed, then write the answer.",
            ];
        return string.Join(' ', steps.Take(Math.Min(prompt.ThinkingDepth, 3) + 1));
    }
}
