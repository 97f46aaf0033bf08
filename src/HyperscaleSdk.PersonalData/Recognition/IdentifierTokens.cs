using System.Text;

namespace HyperscaleSdk.Recognition;

/// <summary>Splits identifiers into lower-case words at case, underscore and Hangul borders.</summary>
internal static class IdentifierTokens
{
    public static List<string> Split(string identifier)
    {
        var tokens = new List<string>(4);
        var token = new StringBuilder(identifier.Length);
        for (var i = 0; i < identifier.Length; i++)
        {
            var current = identifier[i];
            if (!char.IsLetterOrDigit(current))
            {
                Flush(tokens, token);
                continue;
            }

            if (token.Length > 0 && IsBorder(identifier, i))
            {
                Flush(tokens, token);
            }

            token.Append(char.ToLowerInvariant(current));
        }

        Flush(tokens, token);
        return tokens;
    }

    private static bool IsBorder(string text, int index)
    {
        var previous = text[index - 1];
        var current = text[index];
        if (TextFold.IsHangul(previous) != TextFold.IsHangul(current) && !char.IsDigit(current))
        {
            return true;
        }

        if (char.IsLower(previous) && char.IsUpper(current))
        {
            return true;
        }

        if (char.IsDigit(previous) && char.IsUpper(current))
        {
            return true;
        }

        // The last capital of an acronym starts the next word: RRNValue is "rrn", "value".
        return char.IsUpper(previous) && char.IsUpper(current) && index + 1 < text.Length && char.IsLower(text[index + 1]);
    }

    private static void Flush(List<string> tokens, StringBuilder token)
    {
        if (token.Length > 0)
        {
            tokens.Add(token.ToString());
            token.Clear();
        }
    }
}
