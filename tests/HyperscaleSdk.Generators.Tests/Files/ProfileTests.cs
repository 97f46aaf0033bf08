using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests.Files;

/// <summary>Profiles: overlays that extend a document which the project has a client for.</summary>
public sealed class ProfileTests
{
    private const string Root = "/work/specs";

    private const string Document = """
        openapi: 3.1.0
        info: { title: Base, version: "1" }
        servers: [{ url: https://base.example/v1 }]
        security: [{ bearer: [] }]
        paths:
          /chat:
            post:
              operationId: chat
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Ask' } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Answer' } } } } }
        components:
          securitySchemes: { bearer: { type: http, scheme: bearer } }
          schemas:
            Ask: { type: object, properties: { model: { type: string }, prompt: { type: string }, limit: { type: integer }, size: { type: integer } } }
            Answer: { type: object, properties: { text: { type: string } } }
        """;

    [Fact]
    public void Profile_ThatOnlyBinds_SharesTheTypesOfItsDocument()
    {
        var run = Run(Base(), Profile("north", "/limit"), Profile("south", "/size")).Generate().ShouldCompile();

        Assert.Empty(run.Diagnostics);
        Assert.Single(run.Files, file => file.Key.EndsWith(".Ask.g.cs", StringComparison.Ordinal));
        Assert.Single(run.Files, file => file.Value.Contains("Client : IDisposable", StringComparison.Ordinal));
        Assert.Contains("using Generated.Base;", run.Files["North.NorthChatClient.ChatCall.g.cs"], StringComparison.Ordinal);
        Assert.Contains(".Limit ??=", run.Files["North.NorthChatClient.ChatCall.g.cs"], StringComparison.Ordinal);
        Assert.Contains(".Size ??=", run.Files["South.SouthChatClient.ChatCall.g.cs"], StringComparison.Ordinal);
        Assert.Equal(
            ["North.NorthChatClient.ChatCall.g.cs", "North.NorthChatClient.g.cs", "North.NorthHyperscaleBuilderExtensions.g.cs", "North.NorthOptions.g.cs", "North.NorthProvider.g.cs"],
            run.Files.Keys.Where(name => name.StartsWith("North.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Profile_ThatChangesTheDocument_HasTypesOfItsOwn()
    {
        var profile = Profile("north", "/limit", "  - target: $.components.schemas.Ask.properties\n    update: { color: { type: string } }\n");

        var run = Run(Base(), profile).Generate().ShouldCompile();

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Color", run.Files["North.Ask.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Color", run.Files["Base.Ask.g.cs"], StringComparison.Ordinal);
        Assert.Contains("North.NorthClient.Chat.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Profile_OfADocumentThatIsOnlyAPart_HasTypesOfItsOwn()
    {
        var part = new SpecText(Root + "/base/openapi.yaml", Document) { Metadata = { ["SourceItemType"] = "HyperscaleSpecPart" } };

        var run = Run(part, Profile("north", "/limit")).Generate().ShouldCompile();

        Assert.Empty(run.Diagnostics);
        Assert.Contains("North.Ask.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Profile_OfAMissingDocument_IsReportedInItsOwnFile()
    {
        var run = Run(Profile("north", "/limit")).Generate();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1105", diagnostic.Id);
        Assert.Equal(Root + "/north/binding.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("base/openapi.yaml", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void Document_WithAFault_IsReportedOnceAndNotForEachProfile()
    {
        var broken = Specs.Edit(Base(), "limit: { type: integer }", "limit: { $ref: '#/components/schemas/Nowhere' }");

        var run = Run(broken, Profile("north", "/size"), Profile("south", "/size")).Generate();

        Assert.Equal("HSAI1011", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void Profile_WithAFault_IsReportedAtItsPlace()
    {
        var run = Run(Base(), Profile("north", "/nothing"), Profile("south", "/size")).Generate().ShouldCompile();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1102", diagnostic.Id);
        Assert.Equal(Root + "/north/binding.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("South.SouthChatClient.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Pipeline_EditingOneProfile_ReemitsThatProfileOnly()
    {
        var north = Profile("north", "/limit");
        var run = Run(Base(), north, Profile("south", "/size")).Generate();

        run.Replace(north, Specs.Edit(north, "/limit", "/size")).Generate();

        Assert.Equal(1, run.ChangedFiles);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Outcomes).Order());
    }

    [Fact]
    public void Pipeline_EditingATypeOfTheDocument_ReemitsThatTypeOnly()
    {
        var document = Base();
        var run = Run(document, Profile("north", "/limit"), Profile("south", "/size")).Generate();

        run.Replace(document, Specs.Edit(document, "text: { type: string }", "text: { type: string }, more: { type: string }")).Generate();

        Assert.Equal(1, run.ChangedFiles);
    }

    [Fact]
    public void Pipeline_EditingAnotherDocument_LeavesProfilesCached()
    {
        var other = Specs.WithSchemas("Thing: { type: object, properties: { a: { type: string } } }");
        var run = Run(Base(), Profile("north", "/limit"), other).Generate();

        run.Replace(other, Specs.Edit(other, "a: { type: string }", "b: { type: string }")).Generate();

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Outcomes).Order());
    }

    [Fact]
    public void Output_OfProfilesInAnotherOrder_IsTheSame()
    {
        var one = Run(Base(), Profile("north", "/limit"), Profile("south", "/size")).Generate().Files;
        var other = Run(Profile("south", "/size"), Profile("north", "/limit"), Base()).Generate().Files;

        Assert.Equal(one.OrderBy(file => file.Key, StringComparer.Ordinal), other.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    private static GeneratorRun Run(params AdditionalText[] files) => new(new HyperscaleGenerator(), files);

    private static SpecText Base() => SpecText.Spec(Root + "/base/openapi.yaml", Document, "Base", "Generated.Base");

    private static SpecText Profile(string name, string limit, string more = "") => SpecText.Spec(Root + $"/{name}/binding.yaml", $$"""
        overlay: 1.0.0
        info: { title: {{name}}, version: "1" }
        extends: ../base/openapi.yaml
        actions:
          - target: $
            update:
              x-hyperscale:
                version: 1
                provider: { id: {{name}}, baseUrl: https://{{name}}.example/v1 }
                chat:
                  operation: chat
                  model: { at: /model }
                  request: { transcript: { at: /prompt }, maxOutputTokens: {{limit}} }
                  response: { text: /text }
        """ + "\n" + more, name == "north" ? "North" : "South", "Generated");
}
