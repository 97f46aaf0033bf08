using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

public sealed class SpecDocsCommandTests
{
    private const string Small = """
        openapi: 3.1.0
        info: { title: Small, version: "1.2" }
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
              responses:
                "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
        components:
          schemas:
            Thing: { type: object, properties: { name: { type: string } } }
        """;

    public static TheoryData<string, string, string> Pages() => new()
    {
        { "upstage", "OwnSolar", "en" }, { "upstage", "OwnSolar", "ko" }, { "naver-clovastudio", "OwnClova", "en" }, { "naver-clovastudio", "OwnClova", "ko" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Docs_OwnProviders_AreSafePagesWhoseSnippetsCompile(string provider, string client, string language)
    {
        var (spec, binding) = Paths(provider);
        string[] arguments = ["spec", "docs", spec, "--binding", binding, "--client-name", client, "--namespace", "Generated." + client, "--language", language];

        var html = await CliProcess.RunAsync(arguments);
        var markdown = await CliProcess.RunAsync([.. arguments, "--format", "markdown", "-o", "-"]);

        Assert.True(html.ExitCode == 0, html.ToString());
        Assert.True(markdown.ExitCode == 0, markdown.ToString());
        Assert.Equal("", html.Error);
        Assert.Equal("", markdown.Error);
        var page = new DocsHtml(html.Output).ShouldBeSafe();
        var text = new DocsMarkdown(markdown.Output).ShouldBeSafe();
        Assert.Equal(language, page.Language);
        var snippets = page.Snippets.ToList();
        Assert.All(snippets, snippet => Assert.Contains(snippet + "\n", text.Code, StringComparer.Ordinal));
        var sources = string.Concat(BuiltSpec.Files(spec, binding, client, "Generated." + client, models: null).Values);
        Assert.All(page.Signatures, signature => Assert.Contains($"    public {signature}\n", sources, StringComparison.Ordinal));
        Assert.Contains(snippets, snippet => snippet.Contains($"new {client}ChatClient(new {client}Options())", StringComparison.Ordinal));
        Snippets.ShouldCompile(
            snippets,
            SpecText.Spec(spec, File.ReadAllText(spec), client, "Generated." + client, binding),
            SpecText.Binding(binding, File.ReadAllText(binding)));
    }

    [Theory]
    [InlineData("upstage", "Upstage")]
    [InlineData("naver-clovastudio", "ClovaStudio")]
    public async Task Docs_UnderTheNamesOfTheLibrary_HaveSnippetsThatCompileAgainstIt(string provider, string client)
    {
        var (spec, binding) = Paths(provider);

        var result = await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding, "--client-name", client, "--namespace", "HyperscaleSdk", "--model-namespace", "HyperscaleSdk." + client);

        Assert.True(result.ExitCode == 0, result.ToString());
        Snippets.ShouldCompile(new DocsHtml(result.Output).Snippets);
    }

    [Fact]
    public async Task Docs_Again_AreTheSameToTheByte()
    {
        using var folder = new TempFolder();
        var (spec, binding) = Paths("upstage");

        await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding, "-o", folder.File("a.html"));
        await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding, "-o", folder.File("b.html"));

        Assert.Equal(File.ReadAllBytes(folder.File("a.html")), File.ReadAllBytes(folder.File("b.html")));
    }

    [Fact]
    public async Task Docs_InKorean_HasTheKoreanNameAndLabels()
    {
        var (spec, binding) = Paths("upstage");

        var result = await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding, "--language", "ko");

        var page = new DocsHtml(result.Output);
        Assert.Equal("업스테이지 솔라", page.All("h1").Single().Value);
        Assert.Contains("보관 기간", page.Section("data").Value, StringComparison.Ordinal);
        Assert.Contains("미확인", page.Section("data").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", page.Section("data").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_OfPricesInWon_HasAChartAndADatedTable()
    {
        var (spec, binding) = Paths("naver-clovastudio");

        var result = await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding);

        var prices = new DocsHtml(result.Output).Section("prices");
        Assert.Equal(11, prices.Descendants().Count(element => element.Name.LocalName == "rect"));
        Assert.Contains("HCX-005, Output: 5,000 KRW", prices.Value, StringComparison.Ordinal);
        Assert.Contains("KRW per million tokens", prices.Value, StringComparison.Ordinal);
        Assert.Contains("2026-09-19", prices.Value, StringComparison.Ordinal);
        Assert.Contains("unknown", prices.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_OfPricesInDollars_HasNoChart()
    {
        var (spec, binding) = Paths("upstage");

        var result = await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding);

        var page = new DocsHtml(result.Output);
        Assert.Empty(page.All("svg"));
        Assert.Contains("USD per million tokens", page.Section("prices").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_WithoutBinding_SaysWhatIsUnknownAndNothingElse()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "docs", folder.Write("small.yaml", Small));

        Assert.True(result.ExitCode == 0, result.ToString());
        var page = new DocsHtml(result.Output).ShouldBeSafe();
        Assert.Equal(6, page.Section("data").Descendants("dd").Count(fact => fact.Value == "unknown"));
        Assert.Contains("none is known: set one", page.Section("overview").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("2000-01-01", result.Output, StringComparison.Ordinal);
        Assert.Contains(page.Snippets, snippet => snippet.Contains("new SmallOptions { BaseAddress = new Uri(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page.md", null, "# Small\n")]
    [InlineData("page.MARKDOWN", null, "# Small\n")]
    [InlineData("page.html", null, "<!DOCTYPE html>\n")]
    [InlineData("page", null, "<!DOCTYPE html>\n")]
    [InlineData("page.md", "html", "<!DOCTYPE html>\n")]
    [InlineData("page.html", "markdown", "# Small\n")]
    public async Task Docs_ToFile_TakeTheFormatFromOptionOrExtension(string name, string? format, string beginning)
    {
        using var folder = new TempFolder();
        string[] formats = format is null ? [] : ["--format", format];

        var result = await CliProcess.RunAsync(["spec", "docs", folder.Write("small.yaml", Small), "-o", folder.File(name), .. formats]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("1 operations, 1 types", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith(beginning, File.ReadAllText(folder.File(name)), StringComparison.Ordinal);
        Assert.Equal((byte)beginning[0], File.ReadAllBytes(folder.File(name))[0]);
    }

    [Fact]
    public async Task Docs_WithAnError_ReportItAndStillWriteThePage()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Small);
        var binding = folder.Write("binding.yaml", "overlay: 1.0.0\ninfo: { title: b, version: \"1\" }\nactions:\n  - target: $\n    update:\n      x-hyperscale:\n        version: 1\n        provider: { id: small }\n        chat:\n          - operation: noSuchOperation\n");

        var result = await CliProcess.RunAsync("spec", "docs", spec, "--binding", binding);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains(result.ErrorLines, line => line.StartsWith(binding + "(", StringComparison.Ordinal) && line.Contains("): error HSAI1", StringComparison.Ordinal));
        Assert.Contains("/things/{id}", new DocsHtml(result.Output).ShouldBeSafe().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_OfNoOpenApi_IsFindingAndWritesNothing()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "docs", folder.Write("spec.yaml", "hello: world\n"), "-o", folder.File("page.html"));

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("", result.Output);
        Assert.NotEmpty(result.ErrorLines);
        Assert.False(File.Exists(folder.File("page.html")));
    }

    [Fact]
    public async Task Docs_OperationThatIsLeftOut_IsNamed()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Small.Replace("/things/{id}:", "/things/{id}/{missing}:", StringComparison.Ordinal));

        var result = await CliProcess.RunAsync("spec", "docs", spec);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("GET /things/{id}/{missing}", new DocsHtml(result.Output).Section("overview").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_MissingDocument_IsInputError()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "docs", folder.File("none.yaml"));

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("none.yaml", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_FolderThatIsMissing_IsInputError()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "docs", folder.Write("small.yaml", Small), "-o", Path.Combine(folder.Path, "none", "page.html"));

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Contains("page.html", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language", "fr")]
    [InlineData("--format", "pdf")]
    public async Task Docs_UnknownChoice_IsUsageError(string option, string value)
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "docs", folder.Write("small.yaml", Small), option, value);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
    }

    private static (string Spec, string Binding) Paths(string provider)
    {
        var folder = Path.Combine(RepositoryPaths.Root, "specs", provider);
        return (Path.Combine(folder, "openapi.yaml"), Path.Combine(folder, "binding.yaml"));
    }
}
