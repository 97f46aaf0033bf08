namespace HyperscaleSdk.Emulator.Text;

/// <summary>Cuts an answer into the pieces of a stream: one to three tokens each, never inside a grapheme.</summary>
internal static class StreamPieces
{
    public static IEnumerable<(string Text, int Tokens)> Of(string text)
    {
        var tokens = TokenEstimator.Split(text);
        for (int i = 0, piece = 0; i < tokens.Count; piece++)
        {
            var size = Math.Min(1 + (piece % 3), tokens.Count - i);
            yield return (string.Concat(tokens.Skip(i).Take(size)), size);
            i += size;
        }
    }

    /// <summary>A JSON text in short fragments.</summary>
    public static IEnumerable<string> OfJson(string json) => Of(json).Select(piece => piece.Text);
}
