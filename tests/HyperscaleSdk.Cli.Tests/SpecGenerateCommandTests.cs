using System.Text;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

public sealed class SpecGenerateCommandTests
{
    private const string Small = """
        openapi: 3.1.0
        info: { title: Small, version: "1" }
        servers: [{ url: https://api.example.com }]
        paths:
          /things:
            get:
              operationId: listThings
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: { $ref: "#/components/schemas/Thing" }
        components:
          schemas:
            Thing:
              type: object
              properties:
                name: { type: string }
        """;

    [Theory]
    [InlineData("upstage", "Upstage", "HyperscaleSdk.Upstage")]
    [InlineData("naver-clovastudio", "ClovaStudio", "HyperscaleSdk.ClovaStudio")]
    public async Task Generate_OwnProviders_WritesWhatTheGeneratorAdds(string provider, string client, string models)
    {
        using var folder = new TempFolder();
        var spec = Path.Combine(RepositoryPaths.Root, "specs", provider, "openapi.yaml");
        var binding = Path.Combine(RepositoryPaths.Root, "specs", provider, "binding.yaml");
        var expected = BuiltSpec.Files(spec, binding, client, "HyperscaleSdk", models);

        var result = await CliProcess.RunAsync(
            "spec", "generate", spec, "-o", folder.Path, "--binding", binding, "--client-name", client, "--namespace", "HyperscaleSdk", "--model-namespace", models);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(expected.Count > 40, $"{expected.Count} files");
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, source) in expected)
        {
            Assert.Equal(Encoding.UTF8.GetBytes(source), File.ReadAllBytes(folder.File(name)));
        }
    }

    [Fact]
    public async Task Generate_WithoutNames_NamesClientAsTheGeneratorDoes()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small-api.yaml", Small);
        var expected = BuiltSpec.Files(spec, binding: null, client: null, @namespace: null, models: null);

        var result = await CliProcess.RunAsync("spec", "generate", spec, "-o", folder.File("out"), "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(
            expected.Keys.Order(StringComparer.Ordinal),
            result.Json().GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetString()!)).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(expected, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(folder.File("out"), file.Key))));
    }

    [Fact]
    public async Task Generate_Again_RemovesOnlyItsOwnStaleFiles()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Small);
        var output = Directory.CreateDirectory(folder.File("out")).FullName;
        await CliProcess.RunAsync("spec", "generate", spec, "-o", output, "--client-name", "Small");
        var model = Path.Combine(output, "Small.Thing.g.cs");
        var before = File.GetLastWriteTimeUtc(Path.Combine(output, "Small.SmallOptions.g.cs"));
        string[] kept = ["Small.Mine.g.cs", "Small.Notes.cs", "Other.Thing.g.cs"];
        File.WriteAllText(Path.Combine(output, kept[0]), "// mine\n");
        File.WriteAllText(Path.Combine(output, kept[1]), File.ReadAllText(model));
        File.WriteAllText(Path.Combine(output, kept[2]), File.ReadAllText(model));

        folder.Write("small.yaml", Small.Replace("Thing", "Gadget", StringComparison.Ordinal));
        var result = await CliProcess.RunAsync("spec", "generate", spec, "-o", output, "--client-name", "Small", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.False(File.Exists(model));
        Assert.True(File.Exists(Path.Combine(output, "Small.Gadget.g.cs")));
        Assert.All(kept, name => Assert.True(File.Exists(Path.Combine(output, name)), name));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(output, "Small.SmallOptions.g.cs")));
        Assert.True(result.Json().GetProperty("removed").GetInt32() >= 1);
    }

    [Fact]
    public async Task Generate_BrokenReference_IsFindingAtItsLineAndTheRestIsWritten()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Small);
        var binding = folder.Write("binding.yaml", "overlay: 1.0.0\ninfo: { title: b, version: \"1\" }\nactions:\n  - target: $\n    update:\n      x-hyperscale:\n        provider: { id: small }\n        chat:\n          - operation: noSuchOperation\n");

        var json = await CliProcess.RunAsync("spec", "generate", spec, "-o", folder.File("out"), "--binding", binding, "--json");

        Assert.True(json.ExitCode == 1, json.ToString());
        var error = json.Json().GetProperty("diagnostics").EnumerateArray().First(diagnostic => diagnostic.GetProperty("severity").GetString() == "error");
        Assert.StartsWith("HSAI1", error.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(binding, error.GetProperty("path").GetString());
        var line = $"{binding}({error.GetProperty("line").GetInt32()},{error.GetProperty("column").GetInt32()}): error {error.GetProperty("id").GetString()}: ";
        Assert.Contains(json.ErrorLines, text => text.StartsWith(line, StringComparison.Ordinal));
        Assert.Contains(Directory.GetFiles(folder.File("out")), file => file.EndsWith(".Thing.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Generate_NoOpenApi_IsFindingAndTouchesNothing()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("spec.yaml", "hello: world\n");

        var result = await CliProcess.RunAsync("spec", "generate", spec, "-o", folder.File("out"), "--json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal(0, result.Json().GetProperty("files").GetArrayLength());
        Assert.NotEqual(0, result.Json().GetProperty("diagnostics").GetArrayLength());
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("C.UTF-8", "This is no OpenAPI document")]
    [InlineData("en_US.UTF-8", "This is no OpenAPI document")]
    [InlineData("ko_KR.UTF-8", "OpenAPI 문서가 아닙니다")]
    public async Task Generate_InALanguage_PrintsItAndTheDocumentHasBoth(string locale, string printed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The language is set by the environment.");
        using var folder = new TempFolder();
        var spec = folder.Write("spec.yaml", "hello: world\n");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = locale, ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" };

        var result = await CliProcess.RunAsync(["spec", "generate", spec, "-o", folder.File("out"), "--json"], environment);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.StartsWith($"{spec}(1,1): error HSAI1010: {printed}", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        var diagnostic = Assert.Single(result.Json().GetProperty("diagnostics").EnumerateArray());
        Assert.StartsWith("This is no OpenAPI document: the key 'openapi' is missing.", diagnostic.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("OpenAPI 문서가 아닙니다. 'openapi' 키가 없습니다.", diagnostic.GetProperty("messageKo").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_InRefitsStyle_WritesModelsAndInterfacesInPlaceOfClients()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("small.yaml", Small.Replace("operationId: listThings", "operationId: listThings\n      tags: [things]\n      parameters: [{ name: since, in: header, schema: { type: string, format: date } }]", StringComparison.Ordinal));
        string[] command = ["spec", "generate", spec, "-o", folder.File("out"), "--client-name", "Small", "--namespace", "My.Small", "--json"];
        var client = await CliProcess.RunAsync(command);
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Empty(client.Json().GetProperty("diagnostics").EnumerateArray());

        var refit = await CliProcess.RunAsync([.. command, "--style", "refit"]);

        Assert.True(refit.ExitCode == 0, refit.ToString());
        Assert.Equal(["Small.ISmallThingsApi.g.cs", "Small.Thing.g.cs"], FilesOf(folder), StringComparer.Ordinal);
        Assert.Equal(FilesOf(folder), refit.Json().GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetString()!)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(1, refit.Json().GetProperty("unchanged").GetInt32());
        Assert.Equal(client.Json().GetProperty("files").GetArrayLength() - 1, refit.Json().GetProperty("removed").GetInt32());
        Assert.Contains("""
                [Get("/things")]
                Task<Thing> ListThingsAsync([Header("since")] string? since = null, CancellationToken cancellationToken = default);
            """.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(folder.File("out"), "Small.ISmallThingsApi.g.cs")), StringComparison.Ordinal);
        var diagnostic = Assert.Single(refit.Json().GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(("HSAI1020", "warning", 6, 5), (diagnostic.GetProperty("id").GetString(), diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32()));
        Assert.StartsWith($"{spec}(6,5): warning HSAI1020: ", Assert.Single(refit.ErrorLines), StringComparison.Ordinal);

        var again = await CliProcess.RunAsync(command);
        Assert.Equal(client.Json().GetProperty("files").GetArrayLength(), FilesOf(folder).Count);
        Assert.Equal(1, again.Json().GetProperty("removed").GetInt32());

        static List<string> FilesOf(TempFolder folder) => [.. Directory.GetFiles(folder.File("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Generate_InAnUnknownStyle_IsUsageError()
    {
        using var folder = new TempFolder();
        var result = await CliProcess.RunAsync("spec", "generate", folder.Write("small.yaml", Small), "-o", folder.File("out"), "--style", "restsharp");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("none.yaml", null)]
    [InlineData("small.yaml", "none.yaml")]
    public async Task Generate_MissingFile_IsInputError(string spec, string? binding)
    {
        using var folder = new TempFolder();
        folder.Write("small.yaml", Small);
        string[] bindings = binding is null ? [] : ["--binding", folder.File(binding)];

        var result = await CliProcess.RunAsync(["spec", "generate", folder.File(spec), "-o", folder.File("out"), "--json", .. bindings]);

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal("", result.Output);
        Assert.Contains("none.yaml", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_FromSeveralFilesAndAnOverlay_FollowsThemWithinTheFolder()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("api/openapi.yaml", Small.Replace("type: object\n      properties:\n        name: { type: string }", "$ref: schemas/thing.yaml", StringComparison.Ordinal));
        folder.Write("api/schemas/thing.yaml", "type: object\nproperties: { size: { $ref: 'size.yaml' }, secret: { $ref: '../../secret.yaml' }, linked: { $ref: 'linked.yaml' } }\n");
        folder.Write("api/schemas/size.yaml", "type: object\nproperties: { width: { type: integer } }\n");
        var secret = folder.Write("secret.yaml", "type: object\nproperties: { key: { type: string } }\n");
        File.CreateSymbolicLink(folder.File("api/schemas/linked.yaml"), secret);
        var overlay = folder.Write("fix.yaml", "overlay: 1.0.0\nactions: [{ target: $.info, update: { title: Fixed } }]\n");

        var result = await CliProcess.RunAsync("spec", "generate", spec, "-o", folder.File("out"), "--overlay", overlay, "--client-name", "Small");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("public Size? Size", File.ReadAllText(folder.File("out/Small.Thing.g.cs")), StringComparison.Ordinal);
        Assert.Contains("public JsonElement? Secret", File.ReadAllText(folder.File("out/Small.Thing.g.cs")), StringComparison.Ordinal);
        Assert.Contains("public JsonElement? Linked", File.ReadAllText(folder.File("out/Small.Thing.g.cs")), StringComparison.Ordinal);
        Assert.Contains("Fixed", File.ReadAllText(folder.File("out/Small.SmallClient.g.cs")), StringComparison.Ordinal);
        Assert.Equal(2, result.Error.Split('\n').Count(line => line.Contains("schemas/thing.yaml(2,", StringComparison.Ordinal) && line.Contains("HSAI1015", StringComparison.Ordinal)));

        var wider = await CliProcess.RunAsync("spec", "generate", spec, "-o", folder.File("wider"), "--root", folder.Path, "--client-name", "Small");
        Assert.DoesNotContain("HSAI1015", wider.Error, StringComparison.Ordinal);
        Assert.Contains("public Secret? Secret", File.ReadAllText(folder.File("wider/Small.Thing.g.cs")), StringComparison.Ordinal);
    }
}
