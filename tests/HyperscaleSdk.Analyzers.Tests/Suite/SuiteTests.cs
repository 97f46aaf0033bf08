using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>The labelled suite itself: it is readable, it compiles, it is large enough.</summary>
public sealed class SuiteTests
{
    [Fact]
    public void Snippets_All_Compile()
    {
        var runner = new SuiteRunner();

        var errors = SuiteReader.All().SelectMany(snippet => runner.Compile(snippet).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{snippet.FullName}: {diagnostic}")).ToList();

        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors));
    }

    [Fact]
    public void Snippets_All_SayWhatTheyExpect()
    {
        var wrong = SuiteReader.All().Where(snippet => snippet.IsBad == (snippet.Expectations.Count == 0)).Select(snippet => snippet.FullName);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Snippets_Count_IsAtLeast250()
    {
        var snippets = SuiteReader.All();

        Assert.True(snippets.Count >= 250, $"{snippets.Count} snippets");
        Assert.True(snippets.Count(snippet => !snippet.IsBad) >= 100, "too few good snippets");
    }
}
