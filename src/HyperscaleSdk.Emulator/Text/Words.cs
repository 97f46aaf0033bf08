namespace HyperscaleSdk.Emulator.Text;

/// <summary>Cuts text into words of letters and digits.</summary>
internal static class Words
{
    private static readonly string[] Particles =
        ["에서는", "으로는", "에게서", "에서", "으로", "에게", "까지", "부터", "처럼", "보다", "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도"];

    private const string VerbEndings = "요다까줘해한할는던된될서고면지을를은니죠라게며봐워";

    private static readonly string[] FunctionWords =
    [
        "군데", "가지", "정도", "무엇", "어떤", "어디", "언제", "누구", "지금", "오늘", "우리", "제가", "저는", "나는", "그리고", "그러나", "하지만", "대해", "위해", "관련", "안녕",
        "what", "which", "when", "where", "does", "have", "that", "this", "with", "from", "about", "please", "could", "would", "should", "tell", "explain", "give", "into", "they", "them",
        "your", "mine", "hello", "there", "some", "more", "most", "will", "just", "like",
    ];

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

    /// <summary>The <see cref="Keywords"/> that look like a subject: no verb forms, no function words.</summary>
    public static IReadOnlyList<string> Topics(string text, int count)
        => [.. Keywords(text, 40).Where(IsTopic).Take(count)];

    private static bool IsTopic(string word) => IsHangul(word[^1])
        ? word.Length >= 2 && !VerbEndings.Contains(word[^1]) && !FunctionWords.Contains(word, StringComparer.Ordinal)
        : word.Length >= 4 && !FunctionWords.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static string WithoutParticle(string word)
    {
        if (!IsHangul(word[^1]))
            return word;
        foreach (var particle in Particles)
        {
            if (word.Length >= particle.Length + 2 && word.EndsWith(particle, StringComparison.Ordinal))
                return word[..^particle.Length];
        }

        return word;
    }
}
