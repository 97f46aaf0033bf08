using System.Globalization;
using System.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.Files;

/// <summary>OpenAPI Overlays 1.0 and 1.1: what they change, and what is said of the actions that cannot be applied.</summary>
public sealed class OverlayTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        servers: [{ url: https://things.example/v1 }]
        tags: [{ name: a }]
        paths:
          /things:
            get: { operationId: listThings, x-internal: false, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
            post: { operationId: makeThing, x-internal: true, deprecated: true, responses: { "204": { description: ok } } }
          /things/{id}:
            get: { operationId: getThing, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: ok } } }
        components:
          schemas:
            Thing: { type: object, properties: { id: { type: string }, kind: { type: string, enum: [a] } } }
        """;

    [Theory]
    [InlineData("{ target: $.components.schemas.Thing.properties, update: { size: { type: integer } } }", "Test.Thing.g.cs", "public long? Size")]
    [InlineData("{ target: \"$.components.schemas['Thing'].required\", update: [id] }", "", "")]
    [InlineData("{ target: $.components.schemas.Thing, update: { required: [id] } }", "Test.Thing.g.cs", "public required string Id")]
    [InlineData("{ target: $.components.schemas.Thing.properties.kind.enum, update: b }", "Test.ThingKind.g.cs", "public static ThingKind B ")]
    [InlineData("{ target: $.components.schemas.Thing.properties.kind.enum, update: [c, d] }", "Test.ThingKind.g.cs", "public static ThingKind D ")]
    [InlineData("{ target: \"$.servers[0]\", update: { url: https://other.example } }", "Test.TestProvider.g.cs", "https://other.example")]
    [InlineData("{ target: \"$.paths['/things'].get.operationId\", update: allThings }", "Test.TestClient.AllThings.g.cs", "AllThingsAsync")]
    [InlineData("{ target: \"$..properties[?@.enum]\", update: { description: Which kind. } }", "Test.ThingKind.g.cs", "Which kind.")]
    [InlineData("{ target: \"$.paths['/things/{id}'].get.responses\", copy: \"$.paths['/things'].get.responses\" }", "Test.TestClient.GetThing.g.cs", "Task<Thing?> GetThingAsync")]
    public void Action_ThatUpdatesOrCopies_ChangesWhatIsGenerated(string action, string file, string expected)
    {
        var run = Generate(action).ShouldCompile();

        if (file.Length == 0)
        {
            Assert.Contains("selects nothing", Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return;
        }

        Assert.Empty(run.Diagnostics);
        Assert.Contains(expected, run.Files[file], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.paths.*.*[?@.x-internal == true]", false)]
    [InlineData("$.paths.*[?@['x-internal'] == true]", true)]
    [InlineData("$.paths.*[?(@.deprecated && @.operationId != 'getThing')]", true)]
    [InlineData("$.paths.*[?match(@.operationId, 'make.*')]", true)]
    [InlineData("$.paths.*[?!@['x-internal'] && length(@.operationId) > 100 || search(@.operationId, 'keThi')]", true)]
    [InlineData("$..[?@.operationId == 'makeThing']", true)]
    [InlineData("$.paths['/things'][?count(@.*) == 4]", true)]
    [InlineData("$.paths['/things'].post", true)]
    public void Action_ThatRemoves_TakesAwayWhatItsTargetSelects(string target, bool removes)
    {
        var run = Generate($"{{ target: \"{target}\", remove: true }}").ShouldCompile();

        Assert.Equal(!removes, run.Files.ContainsKey("Test.TestClient.MakeThing.g.cs"));
        Assert.Contains("Test.TestClient.ListThings.g.cs", run.Files.Keys);
        Assert.Contains("Test.TestClient.GetThing.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("{ update: {} }", "has no target", 4)]
    [InlineData("{ target: $.nowhere, update: {} }", "selects nothing", 4)]
    [InlineData("{ target: 'paths', update: {} }", "expected '$' at character 1", 4)]
    [InlineData("{ target: '$.a[', update: {} }", "character 5", 4)]
    [InlineData("{ target: '$[?nope(@.a)]', update: {} }", "no function 'nope'", 4)]
    [InlineData("{ target: $.info }", "changes nothing", 4)]
    [InlineData("{ target: $, remove: true }", "whole document", 4)]
    [InlineData("{ target: $.info, copy: $.paths.* }", "exactly one", 4)]
    public void Action_ThatIsWrong_IsReportedInTheOverlayAndLeftOut(string action, string says, int line)
    {
        var run = Generate(action, "{ target: $.info, update: { title: Changed } }").ShouldCompile();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1018", diagnostic.Id);
        Assert.Equal(("fix.yaml", line - 1), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(says, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Matches(@"\p{IsHangulSyllables}", diagnostic.GetMessage(CultureInfo.GetCultureInfo("ko-KR")));
        Assert.Contains("Changed", run.Files["Test.TestClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_ThatAnOverlayBringsIn_IsReportedInTheOverlay()
    {
        var diagnostic = Assert.Single(Generate("{ target: $.components.schemas.Thing.properties, update: { lost: { $ref: '#/components/schemas/Lost' } } }").Diagnostics);

        Assert.Equal("HSAI1011", diagnostic.Id);
        Assert.Equal("fix.yaml", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Overlay_ThatCopiesItselfAgainAndAgain_IsStopped()
    {
        var actions = Enumerable.Range(0, 60).Select(i => $"{{ target: $.components.schemas, copy: $.components }}")
            .Concat(Enumerable.Range(0, 60).Select(i => "{ target: $.components.schemas.Thing.properties, update: { deeper: { properties: { deeper: {} } } } }"));

        var run = Generate([.. actions, .. Enumerable.Range(0, 40).Select(i => $"{{ target: $.x{i}, copy: $ }}"), .. Enumerable.Range(0, 40).Select(i => "{ target: $, update: { again: {} } }"), .. Enumerable.Range(0, 40).Select(_ => "{ target: $.again, copy: $ }")]);

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("larger than is safe", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "HSAI1017");
    }

    [Fact]
    public void Target_ThatVisitsADeepDocumentManyTimesOver_IsStopped()
    {
        var chains = string.Concat(Enumerable.Range(0, 10).Select(i => $"x{i}: {string.Concat(Enumerable.Repeat("{ a: ", 240))}1{string.Concat(Enumerable.Repeat(" }", 240))}\n"));
        var spec = SpecText.Spec("things.yaml", Document + "\nx-deep:\n" + Specs.Indent(chains.TrimEnd('\n'), 2));
        spec.Metadata["Overlays"] = "fix.yaml";
        var target = "$" + string.Concat(Enumerable.Repeat("..*", 20));

        var diagnostic = Assert.Single(new GeneratorRun(new HyperscaleGenerator(), spec, Overlay($"{{ target: '{target}', update: {{}} }}")).Generate().Diagnostics);

        Assert.Contains("more nodes than is safe", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsNoOverlay_IsAnError()
        => Assert.Equal("HSAI1101", Assert.Single(Run("just: yaml").Diagnostics).Id);

    [Fact]
    public void Overlay_ThatIsMissing_IsReportedAtTheDocument()
    {
        var spec = SpecText.Spec("things.yaml", Document);
        spec.Metadata["Overlays"] = "fix.yaml";

        Assert.Contains("fix.yaml", Assert.Single(new GeneratorRun(new HyperscaleGenerator(), spec).Generate().Diagnostics, diagnostic => diagnostic.Id == "HSAI1105").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Pipeline_EditingTheOverlay_ReemitsWhatItChanges()
    {
        var before = Overlay("{ target: $.components.schemas.Thing.properties, update: { size: { type: integer } } }");
        var spec = SpecText.Spec("things.yaml", Document);
        spec.Metadata["Overlays"] = "fix.yaml";
        var run = new GeneratorRun(new HyperscaleGenerator(), spec, before).Generate();

        run.Replace(before, Overlay("{ target: $.components.schemas.Thing.properties, update: { weight: { type: number } } }")).Generate();

        Assert.Equal(1, run.ChangedFiles);
    }

    private static GeneratorRun Generate(params string[] actions) => Run(OverlayText(actions));

    private static string OverlayText(params string[] actions)
        => new StringBuilder("overlay: 1.1.0\ninfo: { title: Fixes, version: '1' }\nactions:\n").AppendJoin('\n', actions.Select(action => "  - " + action)).ToString();

    private static SpecText Overlay(params string[] actions) => new("fix.yaml", OverlayText(actions)) { Metadata = { ["SourceItemType"] = "HyperscaleOverlay" } };

    private static GeneratorRun Run(string overlay)
    {
        var spec = SpecText.Spec("things.yaml", Document);
        spec.Metadata["Overlays"] = "fix.yaml";
        return new GeneratorRun(new HyperscaleGenerator(), spec, new SpecText("fix.yaml", overlay) { Metadata = { ["SourceItemType"] = "HyperscaleOverlay" } }).Generate();
    }
}
