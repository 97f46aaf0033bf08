namespace HyperscaleSdk.Emulator.Text;

/// <summary>Cuts text into sentences, each with its closing mark, without surrounding white space.</summary>
internal static class Sentences
{
    private const string Closing = ".!?。…";

    public static IReadOnlyList<string> Of(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || (Closing.Contains(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (!ends)
                continue;
            Add(sentences, text[start..(i + 1)]);
            start = i + 1;
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentence.Trim() is { Length: > 0 } trimmed)
            sentences.Add(trimmed);
    }
}
