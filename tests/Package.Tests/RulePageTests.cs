using System.Text.RegularExpressions;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.PackageTests;

/// <summary>Every diagnostic that a user can meet has the page that its help link promises.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] Lists =
    [
        "generators/HyperscaleSdk.Specification/Diagnostics/SpecIds.cs",
        "generators/HyperscaleSdk.Specification/Lint/LintIds.cs",
        "analyzers/HyperscaleSdk.Analyzers/RuleIdentifiers.cs",
        "src/HyperscaleSdk.Policy/Problems/PolicyProblemIds.cs",
    ];

    public static TheoryData<string> Ids()
        => [.. Lists.SelectMany(file => Id().Matches(File.ReadAllText(Path.Combine(RepositoryPaths.Root, file)))).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfADiagnostic_NamesItAndHasAKoreanPart(string id)
    {
        var page = Path.Combine(RepositoryPaths.Root, "docs", "rules", id + ".md");
        Assert.True(File.Exists(page), $"docs/rules/{id}.md is missing.");

        var text = File.ReadAllText(page);

        Assert.StartsWith($"# {id}: ", text, StringComparison.Ordinal);
        Assert.Contains("## 한국어", text, StringComparison.Ordinal);
        Assert.Contains($"({id}.md)", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "rules", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_AndTheirTable_AreOfKnownDiagnosticsOnly()
    {
        var folder = Path.Combine(RepositoryPaths.Root, "docs", "rules");
        var known = Ids().Select(row => row.Data).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(known, Directory.GetFiles(folder, "HSAI*.md").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal)!);
        Assert.Subset(known, Id().Matches(File.ReadAllText(Path.Combine(folder, "README.md"))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex("HSAI[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
