using System;
using System.Text.RegularExpressions;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a replacement by regular expression takes away: it is tried on examples.</summary>
internal static class RegexMasks
{
    private const RegexOptions Meaningful = RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline
        | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.RightToLeft | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <returns>The bits of the kinds that are gone, and of the numbers of which birth date and sex are left; none for what cannot be tried.</returns>
    public static (uint Gone, uint Shortened) Of(string pattern, string replacement, RegexOptions options)
    {
        try
        {
            var regex = new Regex(pattern, options & Meaningful, Longest);
            return MaskExamples.Try((_, text) => regex.Replace(text, replacement), ofOneForm: (_, _) => true);
        }
        catch (Exception problem) when (problem is ArgumentException or RegexMatchTimeoutException)
        {
            return (0, 0);
        }
    }
}
