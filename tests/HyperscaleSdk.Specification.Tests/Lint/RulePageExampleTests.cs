using System.Globalization;
using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Specification.Tests.Lint;

/// <summary>The example on a rule's page yields what the page says that it yields.</summary>
public sealed class RulePageExampleTests
{
    public static TheoryData<string> Ids() => [.. LintRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Example_YieldsTheMessagesShown(string id)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "rules", id + ".md")).ReplaceLineEndings("\n");
        var document = LintRun.Read(Block(page, "\n\n```yaml\n"));

        var findings = SpecLinter.Run(document, hasBinding: false, TestContext.Current.CancellationToken).Where(finding => finding.Id == id);

        Assert.StartsWith($"# {id}: {LintRules.Find(id)!.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(Block(page, "\n\n```\n"), string.Join('\n', findings.Select(finding => Show(document.Source, finding))));
    }

    private static string Block(string page, string fence)
    {
        var from = page.IndexOf(fence, StringComparison.Ordinal);
        Assert.True(from >= 0, fence);
        from += fence.Length;
        return page[from..page.IndexOf("\n```\n", from, StringComparison.Ordinal)];
    }

    private static string Show(SourceDocument source, LintFinding finding)
    {
        var start = source.GetPosition(finding.Span.Start);
        var severity = finding.Severity.ToString().ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"openapi.yaml({start.Line + 1},{start.Column + 1}): {severity} {finding.Id}: {finding.Message}\n  fix: {finding.Fix}");
    }
}
