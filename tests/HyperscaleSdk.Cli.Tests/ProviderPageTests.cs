using System.Xml.Linq;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

/// <summary>The pages of docs/providers are what <c>spec docs --brief</c> says of the specifications; notes by hand stand below the generated part.</summary>
public sealed class ProviderPageTests
{
    private const string Part = "provider page";

    private static readonly string[] English = ["## Overview", "## To begin with", "## AI models", "## Prices", "## Rate limits", "## Data handling", "## Errors", "## Operations of the typed client"];
    private static readonly string[] Korean = ["## 개요", "## 시작하기", "## AI 모델", "## 가격", "## 호출 한도", "## 데이터 처리", "## 오류", "## 타입 클라이언트의 작업"];

    private static readonly string Pages = Path.Combine(RepositoryPaths.Root, "docs", "providers");

    public static TheoryData<string, string> All()
    {
        TheoryData<string, string> pages = [];
        foreach (var provider in Providers())
        {
            pages.Add(provider, "en");
            pages.Add(provider, "ko");
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_OfAProvider_IsWhatItsSpecificationSays(string provider, string language)
    {
        string[] arguments = ["spec", "docs", .. Files(provider), .. Names(provider), "--language", language, "--brief", "--format", "markdown"];

        var result = await CliProcess.RunAsync(arguments);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", result.Error);
        new DocsMarkdown(result.Output).ShouldBeSafe(language is "ko" ? Korean : English);
        var heading = result.Output.IndexOf("\n\n", StringComparison.Ordinal);
        var links = language is "ko" ? $"[English]({provider}.md) · [모든 공급사](README.ko.md) · [적합성 표](conformance.md)" : $"[한국어]({provider}.ko.md) · [All providers](README.md) · [Conformance](conformance.md)";
        GeneratedDocument.ShouldHold(
            $"docs/providers/{Name(provider, language)}", Part, $"{result.Output[..heading]}\n\n{links}{result.Output[heading..]}", "HyperscaleSdk.Cli.Tests --filter FullyQualifiedName~ProviderPage");
    }

    [Fact]
    public void Snippet_OfEveryPage_IsShortAndCompilesAgainstTheLibrary()
    {
        var snippets = new List<string>();
        foreach (var provider in Providers())
        {
            var english = Snippet(Name(provider, "en"));

            Assert.Equal(english, Snippet(Name(provider, "ko")));
            Assert.InRange(english.Split('\n').Count(line => line.Length > 0), 3, 7);
            snippets.Add(english);
        }

        Snippets.ShouldCompile(snippets);
    }

    [Fact]
    public void Folder_HasThePagesOfTheProvidersAndTheTablesOnly()
        => Assert.Equal(
            Providers().SelectMany(provider => new[] { Name(provider, "en"), Name(provider, "ko") }).Concat(["README.md", "README.ko.md", "conformance.md", "faults.md"]).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Pages).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Providers() => Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "specs")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string Name(string provider, string language) => language is "ko" ? $"{provider}.ko.md" : $"{provider}.md";

    private static string Snippet(string page)
    {
        var text = File.ReadAllText(Path.Combine(Pages, page)).ReplaceLineEndings("\n");
        var begin = text.IndexOf("```csharp\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"docs/providers/{page} has no C#.");
        return text[(begin + "```csharp\n".Length)..text.IndexOf("\n```", begin + 3, StringComparison.Ordinal)];
    }

    // A profile has no document of its own.
    private static string[] Files(string provider)
    {
        var folder = Path.Combine(RepositoryPaths.Root, "specs", provider);
        var (spec, binding) = (Path.Combine(folder, "openapi.yaml"), Path.Combine(folder, "binding.yaml"));
        return File.Exists(spec) ? [spec, "--binding", binding] : [binding];
    }

    // The page shows the names that the library has.
    private static string[] Names(string provider)
    {
        var project = XDocument.Load(Path.Combine(RepositoryPaths.Root, "src", "HyperscaleSdk", "HyperscaleSdk.csproj"));
        var item = project.Descendants("HyperscaleSpec").Single(item => item.Attribute("Include")!.Value.Contains($"/{provider}/", StringComparison.Ordinal));
        string[] names = ["--client-name", item.Attribute("ClientName")!.Value, "--namespace", item.Attribute("Namespace")!.Value];
        return item.Attribute("ModelNamespace") is { } models ? [.. names, "--model-namespace", models.Value] : names;
    }
}
