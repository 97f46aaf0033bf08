using System.Text;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Embeddings;

/// <summary>
/// Embeds a text as a unit vector by hashing its words and the pairs and triples of characters inside them, each to a
/// dimension and a sign. Texts that share n-grams are near, texts that share none are close to orthogonal; works for Korean
/// because a stem stays shared whatever particle follows it.
/// </summary>
internal static class NGramEmbedder
{
    public static float[] Embed(string text, int dimensions)
    {
        var vector = new double[dimensions];
        foreach (var word in Words.Of(Normalize(text)))
        {
            Add(vector, word, 1.0);
            var bounded = $"<{word}>";
            for (var size = 2; size <= 3; size++)
            {
                for (var i = 0; i + size <= bounded.Length; i++)
                    Add(vector, bounded.AsSpan(i, size), size == 2 ? 0.7 : 1.0);
            }
        }

        var length = Math.Sqrt(vector.Sum(value => value * value));
        if (length < 1e-9)
        {
            Add(vector, text, 1.0);
            length = 1.0;
        }

        return [.. vector.Select(value => (float)(value / length))];
    }

    private static void Add(double[] vector, ReadOnlySpan<char> feature, double weight)
    {
        var hash = StableHash.Of(feature, (ulong)feature.Length);
        var sign = (hash >> 63) == 0 ? weight : -weight;
        vector[hash % (ulong)vector.Length] += sign;
    }

    // Lower case and composed syllables, so that the same word typed on another system is the same word.
    // U+FFFE is the one character of a well-formed text that cannot be normalised.
    private static string Normalize(string text)
        => text.ToLowerInvariant().Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormC);
}
