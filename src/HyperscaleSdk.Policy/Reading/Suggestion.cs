namespace HyperscaleSdk.Policies.Reading;

/// <summary>"Did you mean": the known word nearest to one that is not known.</summary>
internal static class Suggestion
{
    private const int LongestWord = 64;

    public static string? For(string word, IReadOnlyList<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Max(2, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (string.Equals(candidate, word, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            var distance = Distance(word, candidate);
            if (distance < bestDistance && distance < candidate.Length)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Number of letters to insert, remove or replace, whatever their case.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
