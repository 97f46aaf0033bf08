namespace HyperscaleSdk.Emulator.Text;

/// <summary>Cuts text into words of letters and digits.</summary>
internal static class Words
{
    private static readonly string[] Particles =
        ["에서는", "으로는", "에게서", "에서", "으로", "에게", "까지", "부터", "처럼", "보다", "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도"];

    public static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    /// <summary>Up to <paramref name="count"/> different words worth mentioning, in order, Korean ones without their particle.</summary>
    public static IReadOnlyList<string> Keywords(string text, int count)
        => [.. Of(text).Where(word => word.Length is >= 2 and <= 20).Select(WithoutParticle).Distinct(StringComparer.OrdinalIgnoreCase).Take(count)];

    public static string WithoutParticle(string word)
    {
        if (word[^1] is < '\uAC00' or > '\uD7A3')
            return word;
        foreach (var particle in Particles)
        {
            if (word.Length >= particle.Length + 2 && word.EndsWith(particle, StringComparison.Ordinal))
                return word[..^particle.Length];
        }

        return word;
    }
}
