using System.Text;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

/// <summary>Documents that try to be more than text on the page.</summary>
public sealed class SpecDocsHostileTests
{
    private const string Image = "<img src=x onerror=alert(1)>";

    // Every trick at once, as a value in double quotes of YAML.
    private const string Tricks =
        Image + "</script></style></title><script>alert(1)</script>`|``|```|\\n```\\n# not a heading\\n| not | a | row |\\n<a id=\\\"op-GetThing\\\"></a><iframe src=x>"
        + "[click](javascript:alert(1)) [click](data:text/html,x) [safe](https://example.com/a?b=1&c=\\\"2) javascript:alert(1) https://user@evil.example/ **b** ]]> --> &lt;b&gt; $x$ \\u202e\\u0007\\ufffe \\\" ' \\\\";

    private const string Document = $$"""
        openapi: 3.1.0
        info: { title: "{{Tricks}}", version: "{{Tricks}}", description: "{{Tricks}}" }
        externalDocs: { url: "javascript:alert(1)" }
        servers: [{ url: "javascript:alert(1)//{{Image}}" }]
        tags: [{ name: "{{Tricks}}", description: "{{Tricks}}" }]
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: "{{Tricks}}" }
          schemas:
            "{{Tricks}}":
              type: object
              description: "{{Tricks}}"
              required: ["{{Tricks}}", kind]
              properties:
                "{{Tricks}}": { type: string, description: "{{Tricks}}" }
                kind: { type: string, enum: ["{{Tricks}}", "a | b", "`", "``", " ` "] }
                either: { oneOf: [{ type: string, description: "{{Tricks}}" }, { type: array, items: { type: integer } }] }
                thing: { $ref: "#/components/schemas/Thing" }
            Thing: { type: object, required: [self], properties: { self: { $ref: "#/components/schemas/Thing" } } }
        paths:
          "/{{Tricks}}":
            post:
              operationId: "{{Tricks}}"
              tags: ["{{Tricks}}"]
              summary: "{{Tricks}}"
              description: "{{Tricks}}"
              deprecated: true
              parameters:
                - { name: "{{Tricks}}", in: query, required: true, description: "{{Tricks}}", schema: { type: string } }
              requestBody: { required: true, description: "{{Tricks}}", content: { "text/{{Tricks}}": { schema: { type: string } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { type: object, title: "{{Tricks}}", properties: { a: { type: string } } } } } } }
          /chat:
            post:
              operationId: getThing
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [model, messages], properties: { model: { type: string }, messages: { type: array, items: { type: object, required: [role], properties: { role: { type: string }, content: { type: string } } } } } } } } }
              responses:
                "200":
                  description: ok
                  content:
                    application/json: { schema: { type: object, properties: { choices: { type: array, items: { type: object, properties: { message: { type: object, properties: { content: { type: string } } } } } } } } }
                    text/event-stream: { schema: { type: object, properties: { choices: { type: array, items: { type: object, properties: { delta: { type: object, properties: { content: { type: string } } } } } } } } }
        """;

    private const string Binding = $$"""
        overlay: 1.0.0
        info: { title: b, version: "1" }
        actions:
          - target: $
            update:
              x-hyperscale:
                version: 1
                provider: { id: hostile, name: { en: "{{Tricks}}", ko: "{{Tricks}}" }, hosts: ["{{Tricks}}"] }
                key: { scheme: key, env: "A_KEY\nConsole.WriteLine(1); //{{Tricks}}" }
                data: { countries: ["{{Tricks}}"], source: "{{Tricks}}", asOf: 2026-01-01, confidence: secondary }
                models:
                  - { id: "{{Tricks}}", aliases: ["{{Tricks}}"], prices: [{ from: 2026-01-01, currency: KRW, input: 79228162514264337593543950335, output: 1, source: "{{Tricks}}" }] }
                  - { id: other, prices: [{ from: 2026-01-01, currency: KRW, input: 0, source: "https://example.com/prices" }, { from: 2025-01-01, currency: "{{Tricks}}", input: 1, source: "{{Tricks}}" }] }
                errors: { code: /code, transient: ["{{Tricks}}"], advice: { "{{Tricks}}": "{{Tricks}}" } }
                chat: { dialect: openai, operation: getThing }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Docs_OfHostileText_ShowItAsText(string language)
    {
        using var folder = new TempFolder();
        var spec = folder.Write("hostile.yaml", Document);
        var binding = folder.Write("binding.yaml", Binding);
        string[] arguments = ["spec", "docs", spec, "--binding", binding, "--client-name", "Test", "--namespace", "Generated.Test", "--language", language];

        var html = await CliProcess.RunAsync(arguments);
        var markdown = await CliProcess.RunAsync([.. arguments, "--format", "markdown"]);

        Assert.True(html.ExitCode == 0, html.Error);
        Assert.True(markdown.ExitCode == 0, markdown.Error);
        var page = new DocsHtml(html.Output).ShouldBeSafe();
        new DocsMarkdown(markdown.Output).ShouldBeSafe();
        Assert.True(page.Text.Split(Image).Length > 20, "The tricks are shown as they are written.");
        Assert.DoesNotContain('\u202e', html.Output + markdown.Output);
        Assert.DoesNotContain('\u0007', html.Output + markdown.Output);
        Assert.All(page.All("a").Select(link => (string)link.Attribute("href")!).Where(href => !href.StartsWith('#')), href => Assert.StartsWith("https://example.com/", href, StringComparison.Ordinal));
        Assert.Equal(3, page.All("rect").Count());
        Snippets.ShouldCompile(
            page.Snippets,
            SpecText.Spec(spec, Document, "Test", "Generated.Test", binding),
            SpecText.Binding(binding, Binding));
    }

    [Fact]
    public async Task Docs_OfTenThousandOperationsAndALongDescription_AreWritten()
    {
        using var folder = new TempFolder();
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Many, version: '1', description: '");
        text.Insert(text.Length, "long <b> text ", 80_000).Append("' }\npaths:\n");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append("  /things").Append(i).Append(": { get: { operationId: get").Append(i).Append(", responses: { '200': { description: ok } } } }\n");
        }

        var result = await CliProcess.RunAsync("spec", "docs", folder.Write("many.yaml", text.ToString()), "-o", folder.File("page.html"));

        Assert.True(result.ExitCode == 0, result.Error);
        var page = new DocsHtml(File.ReadAllText(folder.File("page.html"))).ShouldBeSafe();
        Assert.Equal(10_000, page.All("article").Count());
        Assert.True(page.All("header").Single().Value.Length < 10_000, "A description of a megabyte is cut.");
    }
}
