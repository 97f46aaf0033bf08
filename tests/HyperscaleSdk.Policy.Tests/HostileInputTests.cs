using System.Diagnostics;

namespace HyperscaleSdk.Policies.Tests;

/// <summary>No text makes the reader throw, hang or write a second line into a build log.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{\"processors\":[")]
    [InlineData("{\"a\":")]
    public void Read_DeepText_IsALimitAndNoPolicy(string opening)
    {
        var (policy, problems) = PolicyReader.Read(string.Concat(Enumerable.Repeat(opening, 50_000)));

        Assert.Null(policy);
        Assert.Equal(PolicyProblemIds.LimitExceeded, Assert.Single(problems).Id);
    }

    [Fact]
    public void Read_LongText_IsALimitAndNoPolicy()
    {
        var (policy, problems) = PolicyReader.Read(new string(' ', PolicyReader.MaximumLength + 1));

        Assert.Null(policy);
        Assert.Equal(PolicyProblemIds.LimitExceeded, Assert.Single(problems).Id);
    }

    [Fact]
    public void Read_ManyProblems_AreCutOff()
    {
        var members = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"x{i}\":1"));

        var (policy, problems) = PolicyReader.Read($$"""{ "version": 1, {{members}} }""");

        Assert.NotNull(policy);
        Assert.Equal(201, problems.Count);
        Assert.Contains("not listed", problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextThatForgesALine_StaysOnOneLine()
    {
        var (_, problems) = PolicyReader.Read("""{ "version": 1, "a\nerror HSAI9999: forged\u202e": 1, "profile": "b\r\nc" }""");

        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.DoesNotContain(problem.Message + problem.KoreanMessage, letter => char.IsControl(letter) || letter == '\u202e'));
    }

    [Fact]
    public void Read_EveryCutOfAPolicy_EndsWithProblemsInside()
    {
        for (var length = 0; length < Samples.Full.Length; length++)
        {
            var text = Samples.Full[..length];

            var (policy, problems) = PolicyReader.Read(text);

            Assert.True(policy is not null || problems.Any(problem => problem.Severity == PolicySeverity.Error), $"Silence after {length} characters.");
            Assert.All(problems, problem => Assert.InRange(problem.Place.End, 0, length));
        }
    }

    [Fact]
    public void Read_EveryValueReplaced_ReportsAndDoesNotThrow()
    {
        string[] values = ["null", "true", "[]", "{}", "-1.5e300", "\"\\u0000\"", "\"\\ud800\"", "[[[{}]]]"];
        var colons = Enumerable.Range(0, Samples.Full.Length).Where(i => Samples.Full[i] == ':' && Samples.Full[i + 1] == ' ').ToList();
        foreach (var colon in colons)
        {
            foreach (var value in values)
            {
                // What follows is most often no longer JSON; a few are, and those reach the model.
                var rest = Samples.Full[(colon + 2)..];
                var end = rest.IndexOfAny([',', '\n', '}']);
                var (policy, problems) = PolicyReader.Read(string.Concat(Samples.Full.AsSpan(0, colon + 2), value, rest.AsSpan(Math.Max(end, 0))));
                Assert.True(policy is not null || problems.Count > 0);
            }
        }
    }

    [Fact]
    public void Pattern_OfManyStars_IsMatchedQuickly()
    {
        var suppression = new PolicySuppression { Rule = "HSAI0007", Pattern = string.Concat(Enumerable.Repeat("**/a*a*a*b/", 200)), Justification = "x" };
        var path = string.Concat(Enumerable.Repeat("aaaaaaaaaaaaaaaaaaaaaaaa/", 200));

        var watch = Stopwatch.StartNew();
        Assert.False(suppression.Covers(path));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("src/Legacy", "src/Legacy/A.cs", true)]
    [InlineData("src/Legacy", "src/LegacyMore/A.cs", false)]
    [InlineData("./src/A.cs", "src\\A.cs", true)]
    [InlineData("src/*.cs", "src/A.cs", true)]
    [InlineData("src/*.cs", "src/sub/A.cs", false)]
    [InlineData("src/**/A.cs", "src/A.cs", true)]
    [InlineData("src/**/A.cs", "src/x/y/A.cs", true)]
    [InlineData("**/*.Generated.cs", "a/b/C.Generated.cs", true)]
    [InlineData("**", "a/b/c.cs", true)]
    [InlineData("*.cs", "a/b.cs", false)]
    public void Pattern_CoversWhatItNames(string pattern, string path, bool isCovered) =>
        Assert.Equal(isCovered, new PolicySuppression { Rule = "HSAI0007", Pattern = pattern }.Covers(path));
}
