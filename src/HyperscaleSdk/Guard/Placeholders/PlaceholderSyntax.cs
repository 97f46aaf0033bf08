namespace HyperscaleSdk;

/// <summary>What a placeholder looks like: <c>[[PHONE-KQXRTB]]</c>.</summary>
internal static class PlaceholderSyntax
{
    private const string Open = "[[";
    private const string Close = "]]";
    private const int LongestInner = 40;

    public static string Of(string label, string code) => string.Concat($"{Open}{label}-", code, Close);

    /// <summary>Adds everything in a text that looks like a placeholder.</summary>
    public static void CollectLiterals(string text, HashSet<string> literals)
    {
        for (var start = text.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Open, start + 1, StringComparison.Ordinal))
        {
            var end = start + Open.Length;
            while (end < text.Length && end - start < LongestInner && text[end] is (>= 'A' and <= 'Z') or '-')
            {
                end++;
            }

            if (string.CompareOrdinal(text, end, Close, 0, Close.Length) == 0)
            {
                literals.Add(text[start..(end + Close.Length)]);
            }
        }
    }
}
