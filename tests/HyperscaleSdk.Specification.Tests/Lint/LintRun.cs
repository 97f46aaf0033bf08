using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Lint;

/// <summary>Lints a text in which « and » mark what the findings of one rule point to.</summary>
internal static class LintRun
{
    /// <summary>The one finding of a rule, which points to the marked characters.</summary>
    public static LintFinding Single(string id, string marked, bool hasBinding = false)
    {
        Assert.Equal(1, marked.Count(c => c == '«'));
        return Assert.Single(Marked(id, marked, hasBinding));
    }

    /// <summary>The findings of a rule, as many as there are marks, each at its own.</summary>
    public static IReadOnlyList<LintFinding> Marked(string id, string marked, bool hasBinding = false)
    {
        var (text, spans) = Unmark(marked);
        var document = Read(text);
        var findings = SpecLinter.Run(document, hasBinding, TestContext.Current.CancellationToken).Where(finding => finding.Id == id).ToList();
        Assert.Equal(spans.Select(span => Describe(document.Source, span)), findings.Select(finding => Describe(document.Source, finding.Span)));
        Assert.All(findings, AssertComplete);
        return findings;
    }

    /// <summary>The rule has nothing to say.</summary>
    public static void None(string id, string text, bool hasBinding = false)
        => Assert.DoesNotContain(SpecLinter.Run(Read(text), hasBinding, TestContext.Current.CancellationToken), finding => finding.Id == id);

    public static ApiDocument Read(string text, string path = "openapi.yaml")
    {
        var source = SpecReader.Read(path, text, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(source.Diagnostics, diagnostic => diagnostic.Severity == SpecSeverity.Error);
        var document = OpenApiReader.Read(source, source.Root, out var failure, TestContext.Current.CancellationToken);
        Assert.Null(failure);
        return document!;
    }

    /// <summary>Both languages are there, and code is marked in pairs.</summary>
    public static void AssertComplete(LintFinding finding)
    {
        Assert.Contains(finding.KoreanMessage, c => c is >= '가' and <= '힣');
        Assert.Contains(finding.KoreanFix, c => c is >= '가' and <= '힣');
        foreach (var text in new[] { finding.Message, finding.KoreanMessage, finding.Fix, finding.KoreanFix })
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, char.IsControl);
            Assert.Equal(0, text.Count(c => c == '`') % 2);
        }

        Assert.Equal(finding.Fix.Count(c => c == '`'), finding.KoreanFix.Count(c => c == '`'));
    }

    private static (string Text, List<SourceSpan> Spans) Unmark(string marked)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<SourceSpan>();
        var start = 0;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '«':
                    start = text.Length;
                    break;
                case '»':
                    spans.Add(new SourceSpan(start, text.Length - start));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return (text.ToString(), spans);
    }

    private static string Describe(SourceDocument source, SourceSpan span)
    {
        var start = source.GetPosition(span.Start);
        return FormattableString.Invariant($"({start.Line + 1},{start.Column + 1}) {source.Text.Substring(span.Start, span.Length)}");
    }
}
