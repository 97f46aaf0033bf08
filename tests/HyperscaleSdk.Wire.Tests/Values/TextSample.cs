using System.Globalization;
using System.Text.RegularExpressions;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>Texts of a format, a pattern and a length.</summary>
internal static class TextSample
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="NotSupportedException">No text can be made.</exception>
    public static string Of(SchemaFacts facts, string word, int index)
    {
        var least = facts.Count("minLength") ?? 0;
        var most = facts.Count("maxLength") ?? int.MaxValue;
        if (facts.First("pattern")?.Scalar is { } pattern)
        {
            return WithPattern(pattern, facts, least, most);
        }

        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return facts.First("format")?.Scalar switch
        {
            "date-time" => $"2026-01-0{number[0]}T03:04:05Z",
            "date" => $"2026-01-0{number[0]}",
            "time" => "03:04:05Z",
            "uuid" => $"8f14e45f-ceea-467f-a8d2-0000000000{number.PadLeft(2, '0')}",
            "email" => $"person{number}@example.com",
            "uri" or "url" => $"https://example.com/{number}",
            "hostname" => "example.com",
            "ipv4" => "127.0.0.1",
            "ipv6" => "::1",
            "byte" => "7ZWc",
            _ => Sized($"{word} {number}", least, most),
        };
    }

    private static string WithPattern(string pattern, SchemaFacts facts, int least, int most)
    {
        string?[] candidates = [facts.First("example")?.Scalar, facts.First("examples")?.Items.FirstOrDefault()?.Scalar, facts.First("default")?.Scalar, .. Enumerable.Range(0, 40).Select(more => PatternText.Of(pattern, more))];
        return Array.Find(candidates, text => text is not null && text.Length >= least && text.Length <= most && Fits(pattern, text))
            ?? throw new NotSupportedException($"the pattern {pattern}");
    }

    private static bool Fits(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, Patience);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string Sized(string text, int least, int most)
    {
        var sized = text.Length < least ? text.PadRight(least, 'x') : text;
        return sized.Length > most ? sized[..most] : sized;
    }
}
