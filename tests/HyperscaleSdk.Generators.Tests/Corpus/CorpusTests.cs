using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>Real documents: each generates, what comes out compiles without a warning, and no operation is lost without a word.</summary>
public sealed class CorpusTests(CorpusRun corpus, ITestOutputHelper output) : IClassFixture<CorpusRun>
{
    private const double Wanted = 0.99;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_OfTheCorpus_GeneratesAndCompiles(string document)
    {
        Assert.SkipWhen(document.Length == 0, CorpusDocuments.Absent);

        var row = corpus.Row(document);

        Assert.Null(row.Failure);
        Assert.True(row.Problems.Count == 0, string.Join('\n', row.Problems.Take(4).Select(problem => problem.Text)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Operation_OfTheCorpus_HasAMethodOrADiagnosticAtItsPlace(string document)
    {
        Assert.SkipWhen(document.Length == 0, CorpusDocuments.Absent);

        var row = corpus.Row(document);

        Assert.All(row.Skipped, skip => Assert.Contains(skip.Place, row.Operations));
        Assert.Distinct(row.Skipped.Select(skip => skip.Place));
        Assert.Equal(row.Operations.Count, row.Generated + row.Skipped.Count);
    }

    [Fact]
    public void Corpus_AsAWhole_IsReadToTheLastPercent()
    {
        Assert.SkipWhen(CorpusDocuments.Names.Count == 0, CorpusDocuments.Absent);

        var rows = corpus.Rows();

        var table = CorpusTable.Of(rows);
        output.WriteLine(table);
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryPaths.Root, "artifacts"));
        File.WriteAllText(Path.Combine(folder.FullName, "corpus.md"), table);
        Assert.All(rows, row => Assert.Null(row.Failure));
        Assert.True(rows.Count(row => row.Problems.Count == 0) >= Wanted * rows.Count, "Too many documents do not compile.");
        Assert.True(rows.Sum(row => row.Generated) >= Wanted * rows.Sum(row => row.Operations.Count), "Too many operations are left out.");
    }

    public static TheoryData<string> Documents() => CorpusDocuments.Names.Count == 0 ? [""] : [.. CorpusDocuments.Names];
}
