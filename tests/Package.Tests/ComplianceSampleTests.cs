using System.Text.RegularExpressions;

namespace HyperscaleSdk.PackageTests;

public sealed partial class ComplianceSampleTests(ComplianceSampleRun run) : IClassFixture<ComplianceSampleRun>
{
    /// <summary>What is planted, and whether <c>dotnet format analyzers</c> repairs it: the only place to change for a new fix, beside the sample's page.</summary>
    private static readonly (string Rule, bool HasFix)[] Planted =
    [
        ("HSAI0001", true),
        ("HSAI0003", true),
        ("HSAI0006", true),
        ("HSAI0007", true),
        ("HSAI0010", true),
        ("HSAI0011", true),
        ("HSAI0014", true),
        ("HSAI0026", true),
    ];

    [Fact]
    public void Sample_BuiltInKorean_TellsEachRuleOnceInKorean()
    {
        Assert.Equal(Planted.Select(planted => planted.Rule), Ids(run.Korean));
        Assert.All(run.Korean, line => Assert.Matches(Hangul(), line));
    }

    [Fact]
    public void Sample_BuiltInEnglish_TellsEachRuleOnceInEnglish()
    {
        Assert.Equal(Planted.Select(planted => planted.Rule), Ids(run.English));
        Assert.All(run.English, line => Assert.DoesNotMatch(Hangul(), line));
    }

    [Fact]
    public void Sample_Formatted_BuildsAndKeepsOnlyWhatHasNoFix()
        => Assert.Equal(Planted.Where(planted => !planted.HasFix).Select(planted => planted.Rule), Ids(run.Repaired));

    [Fact]
    public void Page_OfTheSample_ShowsWhatTheCompilerSays()
    {
        var page = File.ReadAllText(Path.Combine(ComplianceSampleRun.Source, "README.md"));

        Assert.All(run.Korean.Concat(run.English), line => Assert.Contains("\n" + line + "\n", page, StringComparison.Ordinal));
        foreach (var (rule, hasFix) in Planted)
        {
            var row = Assert.Single(page.Split('\n'), line => line.StartsWith($"| {rule} ", StringComparison.Ordinal) || line.StartsWith($"| [{rule}]", StringComparison.Ordinal));
            Assert.Equal(!hasFix, row.EndsWith("| 없음 · none |", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<string> lines)
        => lines.Select(line => Id().Match(line).Groups["id"].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("(?:warning|error) (?<id>[A-Z]+[0-9]+): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\p{IsHangulSyllables}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hangul();
}
