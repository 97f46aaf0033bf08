using System.Globalization;

namespace HyperscaleSdk.Emulator.Text;

internal static class EnglishAnswer
{
    public static string Write(AnswerFacts facts) => string.Join(' ', Sentences(facts));

    private static IEnumerable<string> Sentences(AnswerFacts facts)
    {
        if (facts.ToolResults.Count > 0)
        {
            yield return $"Here is what I found: {string.Join(" / ", facts.ToolResults)}.";
            yield return $"I hope this answers your question: {Quote(facts.Question)}";
        }
        else
        {
            yield return facts.Variant switch
            {
                0 => $"You asked: {Quote(facts.Question)}",
                1 => $"Let me answer this for you: {Quote(facts.Question)}",
                _ => $"Thank you for your question: {Quote(facts.Question)}",
            };
            if (facts.Keywords.Count > 0)
                yield return $"The points to look at first are {string.Join(", ", facts.Keywords)}.";
        }

        if (facts.Pictures.Count == 1)
            yield return $"I have also looked at your image ({facts.Pictures[0]}).";
        else if (facts.Pictures.Count > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"I have also looked at your {facts.Pictures.Count} images ({string.Join(", ", facts.Pictures)}).");
        if (facts.Instruction.Length > 0)
            yield return $"I followed your instruction: {Quote(facts.Instruction)}";
        if (facts.Earlier.Length > 0)
            yield return $"I kept in mind what you said before: {Quote(facts.Earlier)}";
        yield return facts.Variant switch
        {
            0 => "This is an example written by the emulator.",
            1 => "The emulator wrote this example; a real model would say more.",
            _ => "Feel free to ask more. This answer comes from the emulator.",
        };
    }

    // A quotation that ends its own sentence needs no second full stop.
    private static string Quote(string text) => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') || text.EndsWith('…') ? $"\"{text}\"" : $"\"{text}\".";
}
