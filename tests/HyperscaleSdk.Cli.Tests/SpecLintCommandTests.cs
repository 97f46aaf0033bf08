using System.Text;
using System.Text.Json;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

public sealed class SpecLintCommandTests
{
    // One finding of each severity that matters here, at places that are easy to count.
    private const string Flawed = """
        openapi: 3.1.0
        info: { title: Small, version: "1", contact: { name: n }, license: { name: MIT } }
        servers: [{ url: https://api.example.com }]
        security: [{ token: [] }]
        paths:
          /things:
            get:
              summary: Lists.
              responses: { "204": { description: none }, default: { description: failed } }
        """;

    private const string Good = """
        openapi: 3.1.0
        info: { title: Small, version: "1", contact: { name: n }, license: { name: MIT } }
        servers: [{ url: https://api.example.com }]
        security: []
        paths:
          /things:
            get:
              operationId: listThings
              summary: Lists.
              responses: { "204": { description: none }, default: { description: failed } }
        """;

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal) { ["LC_ALL"] = "en_US.UTF-8" };
    private static readonly Dictionary<string, string> Korean = new(StringComparer.Ordinal) { ["LC_ALL"] = "ko_KR.UTF-8" };

    [Fact]
    public async Task Lint_FlawedDocument_PrintsFindingsWithFixesAndSumsThemUp()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Flawed);

        var result = await CliProcess.RunAsync(["spec", "lint", spec], English);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal(
            [
                $"{spec}(4,14): error HSAI1222: The security scheme 'token' is required but not declared: no key is sent.",
                "  fix: Declare it below `components/securitySchemes`: `token: { type: http, scheme: bearer }`.",
                $"{spec}(7,5): warning HSAI1201: 'GET /things' has no operationId: its method is named after verb and path, and is renamed when the path changes.",
                "  fix: Write `operationId: getThings` into the operation.",
            ],
            result.OutputLines.Select(line => line.TrimEnd('\r')));
        Assert.Equal("1 error, 1 warning, 0 info", result.ErrorLines[^1].TrimEnd('\r'));
        Assert.Contains(result.ErrorLines, line => line.Contains("1  error    HSAI1222  a security scheme is missing", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
    }

    [Fact]
    public async Task Lint_InKorean_PrintsKoreanMessagesAndFixes()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Flawed);

        var result = await CliProcess.RunAsync(["spec", "lint", spec], Korean);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.StartsWith($"{spec}(4,14): error HSAI1222: 보안 방식 'token'이(가) 요구되지만 정의되지 않았습니다.", result.OutputLines[0], StringComparison.Ordinal);
        Assert.StartsWith("  고치기: `components/securitySchemes` 아래에", result.OutputLines[1], StringComparison.Ordinal);
        Assert.Equal("오류 1건, 경고 1건, 참고 0건", result.ErrorLines[^1].TrimEnd('\r'));
    }

    [Fact]
    public async Task Lint_GoodDocument_PrintsNothingAndSucceeds()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync(["spec", "lint", folder.Write("small.yaml", Good)], English);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Equal("0 errors, 0 warnings, 0 info", result.Error.Trim());
    }

    [Fact]
    public async Task Lint_Json_IsOneDocumentWithBothLanguagesAndPositions()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Flawed);

        var result = await CliProcess.RunAsync("spec", "lint", spec, "--json");

        Assert.True(result.ExitCode == 1, result.ToString());
        var json = result.Json();
        Assert.Equal((1, spec), (json.GetProperty("schema").GetInt32(), json.GetProperty("path").GetString()));
        Assert.Equal("""{"error":1,"warning":1,"info":0}""", json.GetProperty("counts").GetRawText());
        var finding = json.GetProperty("findings")[0];
        Assert.Equal(("HSAI1222", "error", spec), (Text(finding, "id"), Text(finding, "severity"), Text(finding, "path")));
        Assert.Equal([4, 14, 4, 19], new[] { "line", "column", "endLine", "endColumn" }.Select(name => finding.GetProperty(name).GetInt32()));
        Assert.Contains("required but not declared", Text(finding, "message"), StringComparison.Ordinal);
        Assert.Contains("정의되지 않았습니다", Text(finding, "messageKo"), StringComparison.Ordinal);
        Assert.Contains("Declare it", Text(finding, "fix"), StringComparison.Ordinal);
        Assert.Contains("정의하십시오", Text(finding, "fixKo"), StringComparison.Ordinal);
        Assert.EndsWith("/docs/rules/HSAI1222.md", Text(finding, "help"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_DiagnosticsOfABuild_AreInTheSameListInOrder()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Good.Replace("description: none }", "description: none, content: { application/json: { schema: { $ref: '#/nowhere' } } } }", StringComparison.Ordinal) + "\n  /a/{id}:\n    put:\n      summary: s\n");
        var binding = folder.Write("binding.yaml", "x-hyperscale:\n  version: 2\n");

        var result = await CliProcess.RunAsync("spec", "lint", spec, "--binding", binding, "--json");

        Assert.True(result.ExitCode == 1, result.ToString());
        var findings = result.Json().GetProperty("findings").EnumerateArray().ToList();
        var ids = findings.Select(finding => Text(finding, "id")).ToList();
        Assert.Subset(ids.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["HSAI1011", "HSAI1012", "HSAI1101", "HSAI1201", "HSAI1204"], StringComparer.Ordinal));
        var inSpec = findings.FindAll(finding => Text(finding, "path") == spec);
        Assert.Equal(inSpec, findings.Take(inSpec.Count));
        Assert.Equal(inSpec.Select(finding => finding.GetProperty("line").GetInt32()).Order(), inSpec.Select(finding => finding.GetProperty("line").GetInt32()));
        Assert.All(findings.Skip(inSpec.Count), finding => Assert.Equal((binding, "HSAI1101"), (Text(finding, "path"), Text(finding, "id"))));
    }

    [Fact]
    public async Task Lint_CarriageReturnsAndByteOrderMark_DoNotMovePositions()
    {
        using var folder = new TempFolder();
        var spec = folder.File("small.yaml");
        await File.WriteAllBytesAsync(spec, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Flawed.ReplaceLineEndings("\r\n"))]);
        var first = folder.File("first.json");
        await File.WriteAllBytesAsync(first, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("""{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{}}""")]);

        var result = await CliProcess.RunAsync("spec", "lint", spec, "--json");
        var firstLine = await CliProcess.RunAsync("spec", "lint", first, "--json");

        Assert.Equal([(4, 14), (7, 5)], Places(result));
        Assert.Equal([(1, 20)], Places(firstLine));
    }

    [Fact]
    public async Task Lint_ManyFindingsOfOneRule_ShowsTwentyUnlessAll()
    {
        using var folder = new TempFolder();
        var operations = string.Concat(Enumerable.Range(0, 500).Select(i => $"\n  /a{i}:\n    get: {{ summary: s, responses: {{ \"204\": {{ description: d }}, default: {{ description: d }} }} }}"));
        var spec = folder.Write("many.yaml", Good + operations);

        var few = await CliProcess.RunAsync(["spec", "lint", spec], English);
        var all = await CliProcess.RunAsync(["spec", "lint", spec, "--all"], English);

        Assert.Equal((20 * 2) + 1, few.OutputLines.Length);
        Assert.Equal("HSAI1201: 480 more. --all shows them.", few.OutputLines[^1].TrimEnd('\r'));
        Assert.Equal(500 * 2, all.OutputLines.Length);
        Assert.Equal("0 errors, 500 warnings, 0 info", few.ErrorLines[^1].TrimEnd('\r'));
        Assert.Equal(few.ErrorLines, all.ErrorLines);
    }

    [Theory]
    [InlineData("info", "warning", 1, 2)]
    [InlineData("error", "warning", 1, 1)]
    [InlineData("warning", "never", 0, 2)]
    [InlineData("info", "error", 1, 2)]
    public async Task Lint_Severity_ChoosesWhatIsShownAndFailOnTheExitCode(string severity, string failOn, int exitCode, int shown)
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("small.yaml", Flawed), "--json", "--severity", severity, "--fail-on", failOn);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Equal(shown, result.Json().GetProperty("findings").GetArrayLength());
        Assert.Equal(1, result.Json().GetProperty("counts").GetProperty("warning").GetInt32());
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 0)]
    [InlineData("info", 1)]
    public async Task Lint_OnlyInformation_FailsOnlyWhenAsked(string failOn, int exitCode)
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Good.Replace(", license: { name: MIT }", "", StringComparison.Ordinal));

        var result = await CliProcess.RunAsync("spec", "lint", spec, "--fail-on", failOn);

        Assert.True(result.ExitCode == exitCode, result.ToString());
    }

    [Fact]
    public async Task Lint_EmptyFile_IsAFinding()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("empty.yaml", ""), "--json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("HSAI1001", Text(Assert.Single(result.Json().GetProperty("findings").EnumerateArray()), "id"));
    }

    [Fact]
    public async Task Lint_BrokenText_IsNotFollowedByItsEcho()
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync("spec", "lint", folder.Write("broken.yaml", "openapi: 3.1.0\npaths:\n  /a: { get: {\n"), "--json");

        Assert.Equal("HSAI1001", Text(Assert.Single(result.Json().GetProperty("findings").EnumerateArray()), "id"));
    }

    [Theory]
    [InlineData("none.yaml", null)]
    [InlineData("small.yaml", "none.yaml")]
    [InlineData("", null)]
    public async Task Lint_UnreadableFile_IsInputErrorAndPrintsNoDocument(string spec, string? binding)
    {
        using var folder = new TempFolder();
        folder.Write("small.yaml", Good);
        string[] bindings = binding is null ? [] : ["--binding", folder.File(binding)];

        var result = await CliProcess.RunAsync(["spec", "lint", folder.File(spec), "--json", "--sarif", folder.File("out.sarif"), .. bindings]);

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Single(result.ErrorLines);
        Assert.False(File.Exists(folder.File("out.sarif")));
    }

    [Theory]
    [InlineData("--json", "--sarif", "-")]
    [InlineData("--severity", "loud")]
    [InlineData("--fail-on", "sometimes")]
    public async Task Lint_ContradictingOptions_AreAUsageError(params string[] options)
    {
        using var folder = new TempFolder();

        var result = await CliProcess.RunAsync(["spec", "lint", folder.Write("small.yaml", Good), .. options]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Lint_EachDocumentOfTheCorpus_EndsWithOneJsonDocument()
    {
        Assert.SkipWhen(RepositoryPaths.Corpus is null, "The folder of public API descriptions (../shared/corpus) is absent.");
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryPaths.Corpus, "dev")))
        {
            var result = await CliProcess.RunAsync("spec", "lint", file, "--json");

            Assert.True(result.ExitCode is 0 or 1, result.ToString());
            Assert.Equal(JsonValueKind.Array, result.Json().GetProperty("findings").ValueKind);
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<(int Line, int Column)> Places(CliResult result)
        => result.Json().GetProperty("findings").EnumerateArray().Select(finding => (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
}
