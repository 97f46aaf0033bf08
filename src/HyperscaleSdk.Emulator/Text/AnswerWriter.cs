using HyperscaleSdk.Emulator.Conversation;

namespace HyperscaleSdk.Emulator.Text;

/// <summary>Writes the readable answer to a conversation, in the language of its last question.</summary>
internal static class AnswerWriter
{
    public static string Write(ChatPrompt prompt)
    {
        var question = prompt.LastUserTurn?.Text ?? prompt.Turns[^1].Text;
        var facts = new AnswerFacts
        {
            Question = Quotation.Of(question),
            Keywords = Words.Topics(question, 3),
            Instruction = Quotation.Of(string.Join(' ', prompt.Turns.Where(turn => turn.Role is "system").Select(turn => turn.Text)), 40),
            Earlier = EarlierQuestion(prompt),
            Pictures = prompt.LastUserTurn?.Pictures ?? [],
            ToolResults = ToolResults(prompt),
            Variant = (int)(StableHash.Of(question) % 3),
        };
        return PromptLanguage.IsKorean(question) ? KoreanAnswer.Write(facts) : EnglishAnswer.Write(facts);
    }

    private static string EarlierQuestion(ChatPrompt prompt)
    {
        var questions = prompt.Turns.Where(turn => turn.IsUser).ToList();
        return questions.Count < 2 ? "" : Quotation.Of(questions[^2].Text, 40);
    }

    private static string[] ToolResults(ChatPrompt prompt)
        => [.. prompt.Turns.Reverse().TakeWhile(turn => turn.Role is "tool").Reverse().Select(turn => Quotation.Of(turn.Text, 200))];
}
