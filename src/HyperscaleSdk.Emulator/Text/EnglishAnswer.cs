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
            yield return $"I hope this answers \"{facts.Question}\".";
        }
        else
        {
            yield return facts.Variant switch
            {
                0 => $"You asked: \"{facts.Question}\".",
                1 => $"Let me answer \"{facts.Question}\" for you.",
                _ => $"Thank you for asking \"{facts.Question}\".",
            };
            if (facts.Keywords.Count > 0)
                yield return $"The points to look at first are {string.Join(", ", facts.Keywords)}.";
        }

        if (facts.Images == 1)
            yield return "I have also looked at your image.";
        else if (facts.Images > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"I have also looked at your {facts.Images} images.");
        if (facts.Instruction.Length > 0)
            yield return $"I followed the instruction \"{facts.Instruction}\".";
        if (facts.Earlier.Length > 0)
            yield return $"I kept in mind that you said \"{facts.Earlier}\" before.";
        yield return facts.Variant switch
        {
            0 => "This is an example written by the emulator.",
            1 => "The emulator wrote this example; a real model would say more.",
            _ => "Feel free to ask more. This answer comes from the emulator.",
        };
    }
}
