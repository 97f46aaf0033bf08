using Microsoft.Extensions.AI;

namespace Quickstart;

/// <summary>Ranks texts by how near their embeddings are to that of a query.</summary>
internal static class Similarity
{
    /// <summary>Texts with their cosine similarity to the query, nearest first.</summary>
    public static IEnumerable<(string Text, double Score)> Rank(Embedding<float> query, IReadOnlyList<string> texts, IReadOnlyList<Embedding<float>> embeddings)
        => texts
            .Zip(embeddings, (text, embedding) => (Text: text, Score: Cosine(query.Vector.Span, embedding.Vector.Span)))
            .OrderByDescending(pair => pair.Score);

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double dot = 0, leftSquares = 0, rightSquares = 0;
        for (var i = 0; i < left.Length; i++)
        {
            dot += left[i] * (double)right[i];
            leftSquares += left[i] * (double)left[i];
            rightSquares += right[i] * (double)right[i];
        }

        return dot / Math.Sqrt(leftSquares * rightSquares);
    }
}
