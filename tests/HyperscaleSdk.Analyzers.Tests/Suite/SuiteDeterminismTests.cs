namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>The order of files and threads changes nothing. Explicit: twenty runs over the suite take minutes.</summary>
public sealed class SuiteDeterminismTests
{
    private const int Runs = 20;

    [Fact]
    public async Task Snippets_OfSeveralFiles_ReportTheSameInTheOtherOrder()
    {
        var runner = new SuiteRunner();
        foreach (var snippet in SuiteReader.All().Where(snippet => snippet.Files.Count > 1))
        {
            var there = await runner.DescribedAsync(snippet, concurrent: false, TestContext.Current.CancellationToken);
            var back = await runner.DescribedAsync(snippet with { Files = [.. snippet.Files.Reverse()] }, concurrent: true, TestContext.Current.CancellationToken);

            Assert.Equal(there, back, StringComparer.Ordinal);
        }
    }

    [Fact(Explicit = true)]
    public async Task Suite_TwentyShuffledRuns_ReportTheSame()
    {
        var runner = new SuiteRunner();
        var random = new Random(20261127);
        var snippets = SuiteReader.All().ToArray();
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var snippet in snippets)
        {
            first[snippet.FullName] = await runner.DescribedAsync(snippet, concurrent: false, TestContext.Current.CancellationToken);
        }

        for (var run = 0; run < Runs; run++)
        {
            random.Shuffle(snippets);
            foreach (var snippet in snippets)
            {
                var files = snippet.Files.ToArray();
                random.Shuffle(files);

                var described = await runner.DescribedAsync(snippet with { Files = files }, concurrent: true, TestContext.Current.CancellationToken);

                Assert.Equal(first[snippet.FullName], described, StringComparer.Ordinal);
            }
        }
    }
}
