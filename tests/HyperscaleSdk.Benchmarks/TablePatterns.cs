using System.Text.RegularExpressions;

namespace HyperscaleSdk.Benchmarks;

/// <summary>The formats of the categories as .NET regular expressions, compiled: what one would write without a recogniser. No context words, no check digits.</summary>
internal sealed class TablePatterns
{
    private const RegexOptions Options = RegexOptions.Compiled | RegexOptions.CultureInvariant;

    private static readonly string[] Patterns =
    [
        @"(?<![\d-])\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-\s]?[1-8]\d{6}(?![\d-])",
        @"\d{6}-?[1-8]\*{6}",
        @"(?<![A-Za-z0-9])[MSRODG](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])",
        @"(?<!\d)(?:1[1-9]|2[0-68])-?\d{2}-?\d{6}-?\d{2}(?!\d)",
        @"(?<!\d)(?:\+?82[-.\s]?(?:\(0\))?|0)1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}(?!\d)",
        @"(?<!\d)0(?:2|[3-6][1-5]|50\d|70)[-)\s]?\d{3,4}-?\d{4}(?!\d)",
        @"(?<!\d)(?:\d[ -]?){13,16}(?!\d)",
        @"[가-힣]+(?:특별시|광역시|특별자치시|특별자치도|시|도)\s+(?:[가-힣]+(?:시|군|구)\s+)*[가-힣0-9·]+(?:대로|로|길)\s?\d+(?:-\d+)?",
        @"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}",
        @"(?<!\d)\d{2,3}\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배아바사자]\s?\d{4}(?!\d)",
        @"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])",
        @"(?:성명|이름|성함)\s?[:=]\s?[가-힣]{2,4}",
        @"(?:생년월일|생일|birth)\s?[:=]?\s?\d{4}[-.]?\d{2}[-.]?\d{2}",
    ];

#pragma warning disable MA0009 // the backtracking kind is what is measured, and the texts are ours
    private readonly Regex[] _expressions = [.. Patterns.Select(pattern => new Regex(pattern, Options))];
#pragma warning restore MA0009

    public int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var expression in _expressions)
        {
            foreach (var _ in expression.EnumerateMatches(text))
            {
                count++;
            }
        }

        return count;
    }
}
