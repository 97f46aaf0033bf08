using HyperscaleSdk.Policies.Reading;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Policies.Tests;

/// <summary>docs/policy.md shows a policy that is right, and explains every member.</summary>
public sealed class PolicyPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "policy.md"));

    public static TheoryData<string> Shapes() => [.. PolicyShapes.All.Select(shape => shape.Name)];

    [Fact]
    public void Example_OfThePage_HasNoProblems()
    {
        var start = Page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var text = Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)];

        var (policy, problems) = PolicyReader.Read(text, new PolicyDate(2026, 11, 27));

        Assert.Empty(problems);
        Assert.True(policy!.Allows(PersonalDataKind.Health, "upstage", "triage"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Page_OfAnObject_NamesItsMembers(string name)
    {
        var start = Page.IndexOf($"\n### {name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/policy.md has no heading '{name}'.");
        var end = Page.IndexOf("\n##", start + 5, StringComparison.Ordinal);
        var section = Page[start..end];

        Assert.All(PolicyShapes.All.Single(shape => shape.Name == name).Members, member => Assert.Contains($"`{member}`", section, StringComparison.Ordinal));
    }
}
