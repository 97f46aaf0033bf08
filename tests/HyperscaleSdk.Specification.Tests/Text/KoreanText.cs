using System.Text.RegularExpressions;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>What the Korean message of a reader's diagnostic has to be: whole sentences that quote what the English one quotes.</summary>
internal static partial class KoreanText
{
    public static void Verify(SpecDiagnostic diagnostic)
    {
        VerifySentence(diagnostic);
        Assert.DoesNotMatch(Hangul(), diagnostic.Message);
        Assert.All(Quoted().Matches(diagnostic.Message), quoted => Assert.Contains(quoted.Value, diagnostic.KoreanMessage, StringComparison.Ordinal));
    }

    public static void VerifySentence(SpecDiagnostic diagnostic) => Assert.Matches(Sentence(), diagnostic.KoreanMessage);

    [GeneratedRegex("[가-힣].*(니다|시오)\\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("[가-힣]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hangul();

    [GeneratedRegex("'[^']+'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
