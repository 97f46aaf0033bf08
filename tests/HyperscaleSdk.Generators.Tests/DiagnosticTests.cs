using System.Globalization;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void Document_ThatIsNoYaml_IsReportedAtItsLine()
    {
        var run = Run("openapi: 3.1.0\ninfo:\n  title: 'unfinished\n");

        var diagnostic = Single(run, "HSAI1001");
        Assert.Equal("spec.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.True(diagnostic.Location.GetLineSpan().StartLinePosition.Line >= 2);
    }

    [Theory]
    [InlineData("swagger: '1.2'", 0, "2.0")]
    [InlineData("title: nothing", 0, "openapi")]
    [InlineData("openapi: 4.0.0", 0, "4.0.0")]
    public void Document_OfAnotherKind_SaysWhatIsNeeded(string text, int line, string says)
    {
        var diagnostic = Single(Run(text), "HSAI1010");

        Assert.Equal(line, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains(says, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_ThatLeadsNowhere_CostsOneSchemaAndNotTheDocument()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas("""
            Thing: { type: object, properties: { a: { $ref: '#/components/schemas/Missing' }, b: { type: string } } }
            """)).Generate();

        var diagnostic = Single(run, "HSAI1011");
        Assert.Contains("Missing", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("public JsonElement? A", run.Files["Test.Thing.g.cs"], StringComparison.Ordinal);
        run.ShouldCompile();
    }

    [Theory]
    [InlineData("https://elsewhere.example/schema.json")]
    [InlineData("../../../etc/passwd#/a")]
    [InlineData("file:///etc/passwd")]
    public void Reference_OutOfTheDocument_IsRefused(string target)
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas($$"""
            Thing: { type: object, properties: { a: { $ref: '{{target}}' } } }
            """)).Generate();

        Single(run, "HSAI1015");
        run.ShouldCompile();
    }

    [Fact]
    public void Operation_WhosePathParameterIsNotDeclared_IsLeftOutAndTheOthersStay()
    {
        var run = Run("""
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths:
              /a/{id}: { get: { operationId: broken, responses: { "200": { description: ok } } } }
              /b: { get: { operationId: works, responses: { "200": { description: ok } } } }
            """);

        var diagnostic = Single(run, "HSAI1012");
        Assert.Equal((3, 13), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains("Test.TestClient.Works.g.cs", run.Files.Keys);
        Assert.DoesNotContain(run.Files.Keys, name => name.Contains("Broken", StringComparison.Ordinal));
        run.ShouldCompile();
    }

    [Fact]
    public void Operation_WhoseMethodIsNone_IsLeftOutAndTheOthersStay()
    {
        var run = Run("""
            openapi: 3.2.0
            info: { title: t, version: "1" }
            paths:
              /a:
                additionalOperations: { "CO PY": { operationId: broken, responses: { "200": { description: ok } } } }
                get: { operationId: works, responses: { "200": { description: ok } } }
            """);

        Assert.Equal(4, Single(run, "HSAI1012").Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("Test.TestClient.Works.g.cs", run.Files.Keys);
        run.ShouldCompile();
    }

    [Theory]
    [InlineData("perCall: 100", "perCal: 100", "HSAI1101", "Did you mean 'perCall'?")]
    [InlineData("topK: /top_k", "topK: /top_kk", "HSAI1102", "top_kk")]
    [InlineData("operation: createChatCompletion", "operation: createChat", "HSAI1103", "createChatCompletion")]
    [InlineData("dialect: openai\n          operation: createChat", "dialect: openia\n          operation: createChat", "HSAI1103", "openai")]
    [InlineData("topK: /top_k", "topK: /messages", "HSAI1104", "array")]
    [InlineData("version: 1\n        provider", "version: 2\n        provider", "HSAI1101", "version: 1")]
    [InlineData("from: 2026-10-23", "from: yesterday", "HSAI1101", "yesterday")]
    [InlineData("scheme: bearerAuth", "scheme: bearer", "HSAI1103", "bearerAuth")]
    [InlineData("when: images", "when: pictures", "HSAI1101", "images")]
    public void Binding_WithAMistake_IsReportedAtItsPlaceInTheBinding(string before, string after, string id, string says)
    {
        var files = Specs.Upstage();
        var edited = Specs.Edit(files[1], before, after);

        var run = new GeneratorRun(new HyperscaleGenerator(), files[0], edited).Generate();

        var diagnostic = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == id);
        var span = diagnostic.Location.GetLineSpan();
        Assert.Equal(files[1].Path, span.Path);
        var mistake = edited.GetText().ToString().IndexOf(after, StringComparison.Ordinal);
        var line = edited.GetText().Lines.GetLineFromPosition(mistake).LineNumber;
        Assert.InRange(span.StartLinePosition.Line, line, line + 1);
        Assert.Contains(says, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Binding_ThatIsMissing_IsReportedAtTheDocument()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.Upstage()[0]).Generate();

        Assert.Contains("binding.yaml", Single(run, "HSAI1105").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        run.ShouldCompile();
    }

    [Fact]
    public void BrokenDocument_NeverHidesTheDiagnosticsOfAnother()
    {
        var run = new GeneratorRun(
            new HyperscaleGenerator(),
            SpecText.Spec("one.yaml", "openapi: [", "One"),
            SpecText.Spec("two.yaml", "swagger: '1.2'", "Two"),
            Specs.WithSchemas("Thing: { type: object, properties: { a: { $ref: '#/nowhere' } } }")).Generate();

        Assert.Equal(["HSAI1001", "HSAI1010", "HSAI1011"], run.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains("Test.Thing.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Diagnostics_HaveAHelpPage()
    {
        var run = Run("swagger: '1.2'");

        Assert.EndsWith("docs/rules/HSAI1010.md", Single(run, "HSAI1010").Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string text) => new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("spec.yaml", text)).Generate();

    private static Diagnostic Single(GeneratorRun run, string id) => Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == id);
}
