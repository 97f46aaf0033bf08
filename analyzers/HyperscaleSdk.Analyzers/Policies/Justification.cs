using System;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>What somebody wrote beside a suppression in code.</summary>
internal readonly struct Justification
{
    private static readonly string[] Before = ["until", "expires", "expiry", "기한", "만료"];

    private Justification(bool isReason, PolicyDate? expiry)
    {
        IsReason = isReason;
        Expiry = expiry;
    }

    /// <summary>There is a reason, not only a placeholder.</summary>
    public bool IsReason { get; }

    /// <summary>The last day: a date after "until", "expires", "기한" or before "까지"; null when there is none.</summary>
    public PolicyDate? Expiry { get; }

    public static Justification Read(string? text)
    {
        var trimmed = (text ?? string.Empty).Trim().TrimStart('/', '*', ' ', '-', ':').Trim();
        var isPlaceholder = trimmed.Length == 0 || trimmed.StartsWith("<Pending>", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("TODO", StringComparison.Ordinal);
        return new Justification(!isPlaceholder, FindExpiry(trimmed));
    }

    private static PolicyDate? FindExpiry(string text)
    {
        for (var i = 0; i + 10 <= text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9' && PolicyDate.TryParse(text.Substring(i, 10), out var date) && IsEnd(text, i))
            {
                return date;
            }
        }

        return null;
    }

    private static bool IsEnd(string text, int start)
    {
        var before = text.Substring(0, start).TrimEnd(' ', ':', '=');
        return text.Substring(start + 10).TrimStart().StartsWith("까지", StringComparison.Ordinal)
            || Array.Exists(Before, word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
