using System.Diagnostics;
using System.Globalization;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Real documents: each generates, and what comes out compiles without a warning.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_OfTheCorpus_GeneratesAndCompiles(string document)
    {
        Assert.SkipWhen(document.Length == 0, "The corpus of real documents is absent: it lies beside the repository, in shared/corpus.");
        var path = Path.Combine(RepositoryPaths.Corpus!, document);
        var clock = Stopwatch.StartNew();

        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec(path, File.ReadAllText(path))).Generate();

        var generated = clock.ElapsedMilliseconds;
        var operations = run.Files.Count(file => file.Key.StartsWith("Test.TestClient.", StringComparison.Ordinal) && file.Key != "Test.TestClient.g.cs");
        var skipped = run.Diagnostics.Count(diagnostic => diagnostic.Id == "HSAI1012");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document}: {operations} operations, {skipped} skipped, {run.Files.Count} files, {generated} ms"));
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        run.ShouldCompile();
    }

    public static TheoryData<string> Documents()
        => RepositoryPaths.Corpus is not { } corpus
            ? [""]
            : [.. Files(corpus, "dev"), .. Files(corpus, "big").Where(_ => IncludesBig)];

    // The large ones take longer to compile than everything else together: they are part of a full run, not of every one.
    private static bool IncludesBig => Environment.GetEnvironmentVariable("HYPERSCALE_FULL_CORPUS") == "1";

    private static IEnumerable<string> Files(string corpus, string folder)
        => Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal).Select(file => folder + "/" + Path.GetFileName(file));
}
