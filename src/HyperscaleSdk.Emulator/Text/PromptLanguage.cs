namespace HyperscaleSdk.Emulator.Text;

internal static class PromptLanguage
{
    /// <summary>True when the text is written in Korean: at least a tenth of its letters are Hangul.</summary>
    public static bool IsKorean(string text)
    {
        var hangul = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c is >= '\uAC00' and <= '\uD7A3' or >= '\u3131' and <= '\u318E')
                hangul++;
        }

        return hangul > 0 && hangul * 10 >= letters;
    }
}
