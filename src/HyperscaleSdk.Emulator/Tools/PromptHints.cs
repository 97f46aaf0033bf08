using System.Globalization;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>What a prompt offers for filling in values: its words, its numbers, its whole text.</summary>
internal sealed record PromptHints(string Text, IReadOnlyList<string> Keywords, IReadOnlyList<decimal> Numbers)
{
    public static PromptHints From(ChatPrompt prompt)
    {
        var text = prompt.LastUserTurn?.Text ?? prompt.Turns[^1].Text;
        return new PromptHints(Quotation.Of(text), Words.Keywords(text, 8), [.. FindNumbers(text).Take(8)]);
    }

    private static IEnumerable<decimal> FindNumbers(string text)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = new string([.. word.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',')]).TrimEnd('.', ',');
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number <= 1e15m)
                yield return number;
        }
    }
}
