namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>What interfaces for Refit look like, and what is said of that which Refit cannot express.</summary>
public sealed class RefitOutputTests
{
    private const string Ok = "responses: { '204': { description: ok } }";

    [Fact]
    public void Interfaces_AreOnePerFirstTag()
    {
        var run = RefitRun.Of($$"""
            /a:
              get: { operationId: a, tags: [Pet Store, other], {{Ok}} }
              put: { operationId: b, tags: [pet store], {{Ok}} }
            /b: { get: { operationId: c, {{Ok}} }, put: { operationId: d, tags: [], {{Ok}} }, post: { operationId: e, tags: [{ name: x }], {{Ok}} } }
            """);

        run.Compile();
        Assert.Equal(["ITestApi", "ITestPetStoreApi"], run.Files.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains("Task AAsync(", run.Files["ITestPetStoreApi"], StringComparison.Ordinal);
        Assert.Contains("Task BAsync(", run.Files["ITestPetStoreApi"], StringComparison.Ordinal);
        Assert.Contains("the operations of <c>Pet Store</c>", run.Files["ITestPetStoreApi"], StringComparison.Ordinal);
        Assert.Contains("RestService.For&lt;ITestPetStoreApi&gt;(\"https://test.example/v1\")", run.Files["ITestPetStoreApi"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get", "[Get(\"/a\")]")]
    [InlineData("put", "[Put(\"/a\")]")]
    [InlineData("post", "[Post(\"/a\")]")]
    [InlineData("delete", "[Delete(\"/a\")]")]
    [InlineData("options", "[Options(\"/a\")]")]
    [InlineData("head", "[Head(\"/a\")]")]
    [InlineData("patch", "[Patch(\"/a\")]")]
    public void Method_OfHttp_HasItsAttribute(string method, string attribute)
        => Assert.Contains($"    {attribute}\n    Task AAsync(CancellationToken cancellationToken = default);\n", Code($"/a: {{ {method}: {{ operationId: a, {Ok} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/a: { trace: { operationId: a, $ok } }", "'a' is left out: Refit has no attribute for TRACE", false)]
    [InlineData("/a: { get: { operationId: a, servers: [{ url: https://other.example }], $ok } }", "'a' is served at https://other.example", true)]
    [InlineData("/a: { get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: { type: string } } } } } } }", "the answer of 'a' is a JsonElement", true)]
    public void Operation_ThatRefitCannotExpress_IsTold(string paths, string message, bool isThere)
    {
        var run = RefitRun.Of(paths.Replace("$ok", Ok, StringComparison.Ordinal));

        run.Compile();
        Assert.Equal(isThere, run.Files.Values.Any(file => file.Contains("AAsync(", StringComparison.Ordinal)));
        Assert.Contains(message, Assert.Single(run.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_ThatIsDeprecated_IsObsolete()
        => Assert.Contains("    [Obsolete(\"The provider has deprecated this.\")]\n    [Get(\"/a\")]\n", Code($"/a: {{ get: {{ operationId: a, deprecated: true, {Ok} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: http, scheme: bearer }", "[Headers(\"Accept: application/json\", \"Authorization: Bearer\")]", "AuthorizationHeaderValueGetter")]
    [InlineData("{ type: http, scheme: basic }", "[Headers(\"Accept: application/json\", \"Authorization: Basic\")]", "user and password in base64")]
    [InlineData("{ type: apiKey, in: header, name: X-Api-Key }", "[Headers(\"Accept: application/json\")]", "the header <c>X-Api-Key</c>")]
    [InlineData("{ type: apiKey, in: query, name: key }", "[Headers(\"Accept: application/json\")]", "the query as <c>key</c>")]
    public void Key_OfAScheme_IsAskedForOrDescribed(string scheme, string headers, string remark)
    {
        var file = RefitRun.Of($"/a: {{ get: {{ operationId: a, {Ok} }} }}", $"securitySchemes: {{ k: {scheme} }}").Files["ITestApi"];

        Assert.Contains(headers, file, StringComparison.Ordinal);
        Assert.Contains(remark, file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Generated.Models")]
    public void Models_WithNamesOfRefits_AreNotMixedUpWithThem(string? modelNamespace)
    {
        var schemas = string.Join(", ", new[] { "StreamPart", "GetAttribute", "Query", "ApiException", "ProblemDetails", "CollectionFormat", "Headers" }.Select(name => $"{name}: {{ type: object, properties: {{ x: {{ type: string }} }} }}"));
        var text = $$"""
            openapi: 3.1.0
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{ name: q, in: query, schema: { type: array, items: { type: boolean } } }]
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/StreamPart' } } } } }
                post:
                  operationId: b
                  requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, properties: { f: { type: string, format: binary } } } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/ProblemDetails' } } } } }
            components: { schemas: { {{schemas}} } }
            """;

        new RefitRun("test.yaml", text, modelNamespace: modelNamespace).Compile();
        new RefitRun("test.yaml", text.Replace("StreamPart: {", "Part: {", StringComparison.Ordinal), modelNamespace: modelNamespace).Compile();
    }

    [Fact]
    public void Style_OfTheGenerator_NeverReportsWhatRefitCannot()
    {
        var run = new TestKit.GeneratorRun(new HyperscaleGenerator(), TestKit.SpecText.Spec("a.yaml", $"openapi: 3.1.0\npaths: {{ /a: {{ trace: {{ operationId: a, {Ok} }} }} }}")).Generate();

        Assert.Empty(run.Diagnostics);
        run.ShouldCompile();
    }

    private static string Code(string paths)
    {
        var run = RefitRun.Of(paths);
        run.Compile();
        Assert.Empty(run.Diagnostics);
        return run.Code("ITestApi");
    }
}
