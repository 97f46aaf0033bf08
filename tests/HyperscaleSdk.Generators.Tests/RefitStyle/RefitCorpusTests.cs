using System.Globalization;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Real documents: the interfaces compile without a warning, and Refit would make a client of each.</summary>
public sealed class RefitCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("upstage", "Upstage", 3)]
    [InlineData("naver-clovastudio", "ClovaStudio", 4)]
    public void Provider_OfOurs_CompilesAndIsAccepted(string folder, string client, int interfaces)
    {
        var path = Path.Combine(RepositoryPaths.Root, "specs", folder, "openapi.yaml");
        var run = new RefitRun(path, File.ReadAllText(path), client);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(interfaces, Accept(run));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_OfTheCorpus_CompilesAndIsAccepted(string document)
    {
        Assert.SkipWhen(document.Length == 0, "The corpus of real documents is absent: it lies beside the repository, in shared/corpus.");
        var path = Path.Combine(RepositoryPaths.Corpus!, document);

        var run = new RefitRun(path, File.ReadAllText(path));

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == SpecSeverity.Error);
        var interfaces = Accept(run);
        var leftOut = run.Problems.Count(problem => problem.Message.Contains("is left out", StringComparison.Ordinal));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{document}: {run.Plan.Operations.Count - leftOut} of {run.Plan.Operations.Count} operations in {interfaces} interfaces, {run.Problems.Count()} x HSAI1020 at {run.Problems.Select(problem => problem.Start).Distinct().Count()} operations"));
    }

    public static TheoryData<string> Documents()
        => RepositoryPaths.Corpus is not { } corpus
            ? [""]
            : [.. Files(corpus, "dev"), .. Files(corpus, "big").Where(_ => Environment.GetEnvironmentVariable("HYPERSCALE_FULL_CORPUS") == "1")];

    private static IEnumerable<string> Files(string corpus, string folder)
        => Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal).Select(file => folder + "/" + Path.GetFileName(file));

    private static int Accept(RefitRun run)
    {
        var interfaces = run.Compile().Load().GetExportedTypes().Where(type => type.IsInterface).ToList();
        Assert.All(interfaces, RefitMethod.Accept);
        return interfaces.Count;
    }
}
