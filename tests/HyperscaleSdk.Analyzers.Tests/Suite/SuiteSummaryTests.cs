using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>How much of the labelled suite the flow rules find, and how often they are wrong.</summary>
public sealed class SuiteSummaryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Suite_FlowRules_FindWhatTheyShould()
    {
        var runner = new SuiteRunner();
        var results = new List<(SuiteCase Snippet, bool Right)>();
        var wrong = new StringBuilder();
        var extra = new StringBuilder();
        foreach (var snippet in SuiteReader.All())
        {
            var reported = await runner.ReportedAsync(snippet, TestContext.Current.CancellationToken);
            var right = SuiteRunner.IsRight(snippet, reported);
            results.Add((snippet, right));
            var unexpected = reported.Except(snippet.Expectations.Select(expectation => (expectation.Path, expectation.Line, expectation.Id))).ToList();
            if (snippet.IsBad && unexpected.Count > 0)
            {
                extra.AppendLine(CultureInfo.InvariantCulture, $"also reported: {snippet.FullName}: {SuiteText.Listed(unexpected)}");
            }

            if (!right)
            {
                wrong.AppendLine(CultureInfo.InvariantCulture, $"{(snippet.IsBad ? "missed" : "false alarm")}: {snippet.FullName}")
                    .AppendLine(CultureInfo.InvariantCulture, $"  expected: {SuiteText.Listed(snippet.Expectations.Select(expectation => (expectation.Path, expectation.Line, expectation.Id)))}")
                    .AppendLine(CultureInfo.InvariantCulture, $"  reported: {SuiteText.Listed(reported)}");
            }
        }

        var bad = results.Where(result => result.Snippet.IsBad).ToList();
        var good = results.Where(result => !result.Snippet.IsBad).ToList();
        foreach (var group in results.GroupBy(result => result.Snippet.Group, StringComparer.Ordinal))
        {
            output.WriteLine(Row(group.Key, [.. group]));
        }

        output.WriteLine(Row("all", results));
        output.WriteLine(wrong.ToString());

        // Not an error by itself (one call can break several rules), but each has to be explained.
        output.WriteLine(extra.ToString());
        Assert.True(bad.Count(result => result.Right) >= 0.97 * bad.Count, "TPR below 97 %:" + Environment.NewLine + wrong);
        Assert.True(good.Count(result => !result.Right) <= 0.02 * good.Count, "FPR above 2 %:" + Environment.NewLine + wrong);
    }

    private static string Row(string name, IReadOnlyCollection<(SuiteCase Snippet, bool Right)> results)
    {
        var bad = results.Where(result => result.Snippet.IsBad).ToList();
        var good = results.Where(result => !result.Snippet.IsBad).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16} TPR {Share(bad.Count(result => result.Right), bad.Count)}  FPR {Share(good.Count(result => !result.Right), good.Count)}");
    }

    private static string Share(int part, int whole) => whole == 0
        ? "      -         "
        : string.Create(CultureInfo.InvariantCulture, $"{part,3} of {whole,3} = {100.0 * part / whole,5:F1} %");
}
