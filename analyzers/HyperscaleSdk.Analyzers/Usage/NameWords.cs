using System.Collections.Generic;
using System.Text;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Splits identifiers into lower-case words at case, underscore and Hangul borders.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>(4);
        var word = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]) || (word.Length > 0 && IsBorder(name, i)))
            {
                End(words, word);
            }

            if (char.IsLetterOrDigit(name[i]))
            {
                word.Append(char.ToLowerInvariant(name[i]));
            }
        }

        End(words, word);
        return words;
    }

    private static bool IsBorder(string name, int index)
    {
        var previous = name[index - 1];
        var current = name[index];
        return (IsHangul(previous) != IsHangul(current) && !char.IsDigit(current))
            || ((char.IsLower(previous) || char.IsDigit(previous)) && char.IsUpper(current))

            // The last capital of an acronym starts the next word: KRWCost is "krw", "cost".
            || (char.IsUpper(previous) && char.IsUpper(current) && index + 1 < name.Length && char.IsLower(name[index + 1]));
    }

    private static bool IsHangul(char character) => character is >= '\uAC00' and <= '\uD7A3';

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
