using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

/// <summary>Real documents: each has a safe page in both formats, and what it shows to copy compiles.</summary>
public sealed class SpecDocsCorpusTests
{
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Docs_OfTheCorpus_AreSafePagesWhoseSnippetsCompile(string document)
    {
        Assert.SkipWhen(document.Length == 0, "The corpus of real documents is absent: it lies beside the repository, in shared/corpus.");
        var spec = Path.Combine(RepositoryPaths.Corpus!, document);
        string[] arguments = ["spec", "docs", spec, "--client-name", "Test", "--namespace", "Generated.Test"];

        var html = await CliProcess.RunAsync(arguments);
        var markdown = await CliProcess.RunAsync([.. arguments, "--format", "markdown"]);

        Assert.True(html.ExitCode == 0, html.Error);
        Assert.True(markdown.ExitCode == 0, markdown.Error);
        new DocsMarkdown(markdown.Output).ShouldBeSafe();
        var snippets = new DocsHtml(html.Output).ShouldBeSafe().Snippets.ToList();
        if (snippets.Count > 0)
        {
            Snippets.ShouldCompile(snippets, SpecText.Spec(spec, File.ReadAllText(spec)));
        }
    }

    public static TheoryData<string> Documents()
        => RepositoryPaths.Corpus is not { } corpus
            ? [""]
            : [.. Files(corpus, "dev"), .. Files(corpus, "big").Where(_ => IncludesBig)];

    // The large ones are part of a full run, not of every one.
    private static bool IncludesBig => Environment.GetEnvironmentVariable("HYPERSCALE_FULL_CORPUS") == "1";

    private static IEnumerable<string> Files(string corpus, string folder)
        => Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal).Select(file => folder + "/" + Path.GetFileName(file));
}
