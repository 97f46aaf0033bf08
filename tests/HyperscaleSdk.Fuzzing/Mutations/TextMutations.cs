namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Changes of a text that know nothing of its structure.</summary>
internal static class TextMutations
{
    private static readonly string[] Insertions =
    [
        "\n", "\r", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "? ", "#", " #", "[", "]", "{", "}", ",", "\"", "'", "\\", "&a ", "*a", "!", "!!int ", "!!binary ", "!!map ", "|", ">", "|+\n", "%YAML 1.2\n", "@", "`", "---\n", "...\n", "<<: ", "\0",
        "\uFEFF", "\uD800", "\uDC00", "\u2028", "\u0085", "\u001b", "/*", "*/", "//", "0x", "1.e-8", "~", "\\u12", "\\x", "가", "\n\n\n", "\n  ", "\n    - ", "|9", "!<", "\"\"\"", "null", "\\ud800", "\\u0000",
    ];

    public static string Apply(string text, Rng rng) => rng.Next(12) switch
    {
        0 => text[..rng.Next(text.Length + 1)],
        1 => text.ReplaceLineEndings(rng.Pick(["\r\n", "\r", "\u0085", "\u2028", "\n\n"])),
        2 => "\uFEFF" + text,
        3 => Cut(text, rng),
        4 => Copy(text, rng),
        5 => Flip(text, rng),
        6 => text.Replace("  ", "\t", StringComparison.Ordinal),
        _ => text.Insert(rng.Next(text.Length + 1), rng.Pick(Insertions)),
    };

    private static string Cut(string text, Rng rng)
    {
        var at = rng.Next(text.Length + 1);
        return text.Remove(at, Math.Min(rng.Between(1, 40), text.Length - at));
    }

    private static string Copy(string text, Rng rng)
    {
        var at = rng.Next(text.Length + 1);
        return text.Insert(rng.Next(text.Length + 1), text.Substring(at, Math.Min(rng.Between(1, 200), text.Length - at)));
    }

    private static string Flip(string text, Rng rng)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        for (var i = rng.Between(1, 8); i > 0; i--)
        {
            var at = rng.Next(characters.Length);
            characters[at] = (char)(characters[at] ^ (1 << rng.Next(rng.Chance(80) ? 7 : 16)));
        }

        return new string(characters);
    }
}
