using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;

namespace HyperscaleSdk.Cli.Tests;

public sealed class SpecLintSarifTests
{
    private const string Flawed = """
        openapi: 3.1.0
        info: { title: Small, version: "1" }
        servers: [{ url: https://api.example.com }]
        security: [{ "[token](https://evil.example) <b>": [] }]
        paths:
          /things:
            get:
              summary: Lists.
              responses: { "204": { description: none }, default: { description: failed } }
        """;

    [Fact]
    public async Task Sarif_OnStandardOutput_IsTheOnlyDocumentAndHasWhatTheStandardRequires()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("small.yaml", Flawed), "--sarif", "-");

        Assert.True(result.ExitCode == 1, result.ToString());
        var results = AssertIsSarif(result.Json());
        Assert.Equal(["HSAI1226", "HSAI1222", "HSAI1201"], results.Select(entry => Text(entry, "ruleId")));
        Assert.Equal(["note", "error", "warning"], results.Select(entry => Text(entry, "level")));
        Assert.Equal([2, 1, 2, 5], Region(results[0]));
        Assert.Equal([4, 14, 4, 49], Region(results[1]));
        Assert.Contains("작업에", results[2].GetProperty("properties").GetProperty("messageKo").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_NamesOfTheDocument_CannotFormatOrLink()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("small.yaml", Flawed), "--sarif", "-");

        var message = result.Json().GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(entry => Text(entry, "ruleId") == "HSAI1222").GetProperty("message");
        var markdown = Text(message, "markdown");
        Assert.StartsWith("The security scheme '\\[token\\]\\(https\\://evil.example\\) &lt;b&gt;' is required", markdown, StringComparison.Ordinal);
        Assert.Contains("\n\n**Fix:** Declare it below `components/securitySchemes`\\: `", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](", Text(message, "text"), StringComparison.Ordinal);
        Assert.Contains(" Fix: Declare it below ", Text(message, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_InAFile_StandsBesideTheJsonDocument()
    {
        using var folder = new TempFolder();
        var sarif = folder.File("out.sarif");

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("small.yaml", Flawed), "--json", "--sarif", sarif, "--severity", "warning");

        Assert.True(result.ExitCode == 1, result.ToString());
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(sarif));
        Assert.Equal(
            result.Json().GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "id")),
            AssertIsSarif(document.RootElement).Select(entry => Text(entry, "ruleId")));
        Assert.Equal((byte)'{', (await File.ReadAllBytesAsync(sarif))[0]);
    }

    [Fact]
    public async Task Sarif_Addresses_AreRelativeToTheWorkingFolderAndEscaped()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "문서 1")).FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "small.yaml"), Flawed);

            var inside = await CliProcess.RunAsync("spec", "lint", Path.Combine("문서 1", "small.yaml"), "--sarif", "-");
            var absolute = await CliProcess.RunAsync("spec", "lint", Path.Combine(folder, "small.yaml"), "--sarif", "-");

            var expected = Uri.EscapeDataString("문서 1") + "/small.yaml";
            Assert.Equal([(expected, "%SRCROOT%")], Addresses(inside));
            Assert.Equal([(expected, "%SRCROOT%")], Addresses(absolute));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Sarif_FileThatCannotBeWritten_IsInputError()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("small.yaml", Flawed), "--json", "--sarif", folder.File("no/such/folder.sarif"));

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("folder.sarif' cannot be written", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    // What the schema of SARIF 2.1.0 marks as required, and the values that it allows.
    private static List<JsonElement> AssertIsSarif(JsonElement log)
    {
        Assert.Equal("2.1.0", Text(log, "version"));
        Assert.StartsWith("https://", Text(log, "$schema"), StringComparison.Ordinal);
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(Text(driver, "name"));
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(rule => Text(rule, "id")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(Text(rule.GetProperty("shortDescription"), "text"));
            Assert.Equal($"https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/{Text(rule, "id")}.md", Text(rule, "helpUri"));
        });
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        Assert.All(results, entry =>
        {
            Assert.Equal(Text(entry, "ruleId"), Text(rules[entry.GetProperty("ruleIndex").GetInt32()], "id"));
            Assert.Contains(Text(entry, "level"), new[] { "note", "warning", "error" });
            Assert.NotEmpty(Text(entry.GetProperty("message"), "text"));
            var place = Region(entry);
            Assert.All(place, number => Assert.True(number >= 1));
            Assert.True(place[2] > place[0] || (place[2] == place[0] && place[3] >= place[1]));
            var uri = Text(Artifact(entry), "uri");
            Assert.False(uri.Contains('\\', StringComparison.Ordinal) || uri.Contains(' ', StringComparison.Ordinal) || Path.IsPathRooted(uri), uri);
            Assert.True(Uri.TryCreate(uri, UriKind.Relative, out _), uri);
        });
        return results;
    }

    private static int[] Region(JsonElement entry)
    {
        var region = entry.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        return [.. new[] { "startLine", "startColumn", "endLine", "endColumn" }.Select(name => region.GetProperty(name).GetInt32())];
    }

    private static JsonElement Artifact(JsonElement entry) => entry.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    private static IEnumerable<(string Uri, string Root)> Addresses(CliResult result)
        => result.Json().GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(entry => (Text(Artifact(entry), "uri"), Text(Artifact(entry), "uriBaseId"))).Distinct();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
