using System.Text.RegularExpressions;
using HyperscaleSdk.Policies;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests;

/// <summary>The policies that the rules' pages show are read without a complaint; those that show a mistake are on the page of that mistake.</summary>
public sealed partial class RulePagePolicyTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs", "rules"), "HSAI*.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Where(id => PoliciesOf(id).Any()).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Policy_OnAPage_IsRead(string page)
    {
        foreach (var text in PoliciesOf(page))
        {
            var problems = PolicyReader.Read(text, new PolicyDate(2026, 11, 27)).Problems;

            if (page.StartsWith("HSAI2", StringComparison.Ordinal))
            {
                // The page of a mistake shows it, and then how it is right.
                Assert.All(problems, problem => Assert.Equal(page, problem.Id));
            }
            else
            {
                Assert.True(problems.Count == 0, text + Environment.NewLine + string.Join(Environment.NewLine, problems.Select(problem => problem.Message)));
            }
        }
    }

    [Theory]
    [InlineData("HSAI0002")]
    [InlineData("HSAI0005")]
    [InlineData("HSAI0022")]
    [InlineData("HSAI0028")]
    public void Page_OfARuleThatThePolicyAnswers_ShowsOne(string page) => Assert.NotEmpty(PoliciesOf(page));

    private static IEnumerable<string> PoliciesOf(string page)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "rules", page + ".md"));
        return JsonBlocks().Matches(text).Select(match => match.Groups["json"].Value).Where(json => json.Contains("\"version\": 1", StringComparison.Ordinal));
    }

    [GeneratedRegex("^```json\\s*\\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonBlocks();
}
