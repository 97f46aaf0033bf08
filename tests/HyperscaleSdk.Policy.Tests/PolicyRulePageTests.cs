using System.Globalization;
using System.Text.RegularExpressions;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Policies.Tests;

/// <summary>The example of a rule's page gives the message that stands below it.</summary>
public sealed partial class PolicyRulePageTests
{
    // Cut short on its page, and one that is about several files.
    private static readonly string[] WithoutExample = [PolicyProblemIds.LimitExceeded, PolicyProblemIds.SeveralPolicies];

    public static TheoryData<string> Ids() => [.. PolicyProblemTitles.Ids.Except(WithoutExample, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_OfARulePage_GivesItsMessage(string id)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "rules", id + ".md"));
        var blocks = Block().Matches(page);

        var (_, problems) = PolicyReader.Read(blocks[0].Groups["text"].Value, new PolicyDate(2026, 12, 1));

        var said = problems.Select(problem => string.Create(
            CultureInfo.InvariantCulture,
            $"hyperscale.policy.json({problem.Place.StartLine + 1},{problem.Place.StartColumn + 1}): {(problem.Severity == PolicySeverity.Error ? "error" : "warning")} {problem.Id}: Policy: {problem.Message}"));
        var shown = blocks[1].Groups["text"].Value.Trim().TrimEnd('…', ' ');
        Assert.Contains(said, line => line.StartsWith(shown, StringComparison.Ordinal));
    }

    [GeneratedRegex("^```(json)?\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
