using HyperscaleSdk.Specification.Text;

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
    [InlineData("{ name: q, in: query, schema: { type: string } }", "[Query] string? q = null")]
    [InlineData("{ name: page_size, in: query, required: true, schema: { type: integer, format: int32 } }", "[AliasAs(\"page_size\")] [Query] int pageSize,")]
    [InlineData("{ name: ids, in: query, schema: { type: array, items: { type: string } } }", "[Query(CollectionFormat.Multi)] IList<string>? ids = null")]
    [InlineData("{ name: ids, in: query, explode: false, schema: { type: array, items: { type: string } } }", "[Query(CollectionFormat.Csv)] IList<string>? ids = null")]
    [InlineData("{ name: ids, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } } }", "[Query(CollectionFormat.Ssv)] IList<string>? ids = null")]
    [InlineData("{ name: ids, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }", "[Query(CollectionFormat.Pipes)] IList<string>? ids = null")]
    [InlineData("{ name: m, in: query, schema: { type: object, additionalProperties: { type: string } } }", "[Query] IDictionary<string, string>? m = null")]
    [InlineData("{ name: X-Trace-Id, in: header, schema: { type: string } }", "[Header(\"X-Trace-Id\")] string? xTraceId = null")]
    [InlineData("{ name: X-Count, in: header, required: true, schema: { type: integer } }", "[Header(\"X-Count\")] long xCount,")]
    public void Parameter_ThatRefitCanSend_HasItsAttributes(string parameter, string expected)
    {
        var run = RefitRun.Of($"/a: {{ get: {{ operationId: a, parameters: [{parameter}], {Ok} }} }}");

        run.Compile();
        Assert.Contains(expected, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("{ name: since, in: header, schema: { type: string, format: date-time } }", "[Header(\"since\")] string? since = null", "the header parameter 'since' of 'a'", "'a' 작업의 헤더 매개변수 'since' 값을")]
    [InlineData("{ name: on, in: header, schema: { type: boolean } }", "[Header(\"on\")] string? on = null", "the header parameter 'on'", "헤더 매개변수 'on'")]
    [InlineData("{ name: l, in: header, schema: { type: array, items: { type: string } } }", "[Header(\"l\")] string? l = null", "the header parameter 'l'", "헤더 매개변수 'l'")]
    [InlineData("{ name: j, in: query, content: { application/json: { schema: { type: object, properties: { x: { type: string } } } } } }", "[Query] string? j = null", "the query parameter 'j'", "쿼리 매개변수 'j'")]
    [InlineData("{ name: f, in: query, explode: false, schema: { type: object, properties: { x: { type: string } } } }", "[Query] string? f = null", "the query parameter 'f'", "쿼리 매개변수 'f'")]
    [InlineData("{ name: u, in: query, schema: { oneOf: [{ type: string }, { type: integer }] } }", "[Query] string? u = null", "the query parameter 'u'", "쿼리 매개변수 'u'")]
    [InlineData("{ name: ls, in: query, schema: { type: array, items: { type: object, properties: { x: { type: string } } } } }", "[Query(CollectionFormat.Multi)] IEnumerable<string>? ls = null", "the items of the query parameter 'ls'", "쿼리 매개변수 'ls' 항목을")]
    [InlineData("{ name: d, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } } }", "[Query] IDictionary<string, string>? d = null", "a dictionary of names in the query", "쿼리에 쓸 이름과 값의 사전")]
    [InlineData("{ name: s, in: cookie, schema: { type: string } }", "[Header(\"Cookie\")] string? cookies = null", "no cookie parameters: 's' of 'a'", "'a' 작업의 's' 쿠키는")]
    [InlineData("{ name: r, in: query, allowReserved: true, schema: { type: string } }", "[Query] string? r = null", "escapes reserved characters", "예약 문자를 이스케이프")]
    public void Parameter_ThatRefitCannotSend_IsTextAndToldAtItsOperation(string parameter, string expected, string english, string korean)
    {
        var run = RefitRun.Of($"/a:\n  get: {{ operationId: a, parameters: [{parameter}], {Ok} }}");

        run.Compile();
        Assert.Contains(expected, run.Code("ITestApi"), StringComparison.Ordinal);
        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal(("HSAI1020", SpecSeverity.Warning, "test.yaml", 5, 4), (problem.Id, problem.Severity, problem.Path, problem.Start.Line, problem.Start.Column));
        Assert.Contains(english, problem.Message, StringComparison.Ordinal);
        Assert.Contains(korean, problem.KoreanMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepObject_OfSimpleMembers_IsAParameterForEach()
    {
        var run = RefitRun.Of($$"""
            /a:
              get:
                operationId: a
                parameters:
                  - name: filter
                    in: query
                    style: deepObject
                    schema: { type: object, properties: { status: { type: string, enum: [open] }, min-price: { type: number }, more: { type: object, properties: { x: { type: string } } } } }
                  - { name: filter_status, in: query, schema: { type: string } }
                {{Ok}}
            """);

        run.Compile();
        var code = run.Code("ITestApi");
        Assert.Contains("[AliasAs(\"filter[status]\")] [Query] AFilterStatus? filterStatus2 = null, [AliasAs(\"filter[min-price]\")] [Query] double? filterMinPrice = null,", code, StringComparison.Ordinal);
        Assert.Contains("[AliasAs(\"filter_status\")] [Query] string? filterStatus = null", code, StringComparison.Ordinal);
        Assert.Contains("the member 'more' of the query parameter 'filter' of 'a'", Assert.Single(run.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_InTheQuery_IsAModelWhosePropertiesHaveTheirNames()
    {
        var run = RefitRun.Of(
            $"/a: {{ get: {{ operationId: a, parameters: [{{ name: p, in: query, schema: {{ $ref: '#/components/schemas/Page' }} }}], {Ok} }} }}",
            "schemas: { Page: { type: object, properties: { page_size: { type: integer }, Sort: { type: array, items: { type: string } } } }, Other: { type: object, properties: { page_size: { type: integer } } } }");

        run.Compile();
        Assert.Contains("[Query] Page? p = null", run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Contains("    [global::Refit.AliasAs(\"page_size\")]\n    public long? PageSize", run.Files["Page"], StringComparison.Ordinal);
        Assert.Contains("    [global::Refit.Query(global::Refit.CollectionFormat.Multi)]\n    public IList<string>? Sort", run.Files["Page"], StringComparison.Ordinal);
        Assert.DoesNotContain("Refit", run.Files["Other"], StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void Names_ThatRefitCouldMixUp_AreApart()
    {
        var run = RefitRun.Of($$"""
            /a/{id}/{x.y}/{2}:
              get:
                operationId: a
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: x.y, in: path, required: true, schema: { type: string } }
                  - { name: '2', in: path, required: true, schema: { type: string } }
                  - { name: id, in: query, schema: { type: string } }
                  - { name: id, in: header, schema: { type: string } }
                {{Ok}}
            /b/{id}:
              get:
                operationId: b
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: Page, in: query, schema: { type: string } }
                  - { name: page, in: query, schema: { type: string } }
                {{Ok}}
            """);

        Assert.All(run.Compile().Load().GetExportedTypes(), RefitMethod.Accept);
        var code = run.Code("ITestApi");
        Assert.Contains("[Get(\"/a/{id2}/{xy}/{_2}\")]", code, StringComparison.Ordinal);
        Assert.Contains("AAsync([AliasAs(\"id2\")] string id, string xy, string _2, [AliasAs(\"id\")] [Query] string? id2 = null, [Header(\"id\")] string? id3 = null,", code, StringComparison.Ordinal);
        Assert.DoesNotContain("BAsync", code, StringComparison.Ordinal);
        Assert.Contains("'b' is left out: two of its parameters are called 'page'", Assert.Single(run.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string }", "Serialized)] string body,", "[Body(BodySerializationMethod.Serialized)]", "application/json")]
    [InlineData("{ type: object, properties: { x: { type: string } } }", "[Body] ARequest body,", "[Body]", "application/json")]
    [InlineData("{ type: object, properties: { x: { type: string } } }", "[Body(BodySerializationMethod.UrlEncoded)] ARequest body,", "[Body(", "application/x-www-form-urlencoded")]
    [InlineData("{ type: string }", "[Headers(\"Content-Type: text/csv\")]", "[Body] string body,", "text/csv")]
    [InlineData("{ type: string, format: binary }", "[Headers(\"Content-Type: image/png\")]", "[Body] Stream body,", "image/png")]
    [InlineData("{ type: string, format: binary }", "[Header(\"Content-Type\")] string contentType = \"application/octet-stream\",", "[Body] Stream body,", "'image/*'")]
    [InlineData("{ type: object, properties: { f: { type: string, format: binary }, n: { type: integer } } }", "    [Multipart]\n", "StreamPart? f = null, long? n = null,", "multipart/form-data")]
    [InlineData("{ type: object, required: [fs], properties: { fs: { type: array, items: { type: string, format: binary } } } }", "    [Multipart]\n", "IEnumerable<StreamPart> fs,", "multipart/form-data")]
    public void Body_OfAMediaType_HasItsAttributes(string schema, string expected, string alsoExpected, string mediaType)
    {
        var run = RefitRun.Of($"/a: {{ post: {{ operationId: a, requestBody: {{ required: true, content: {{ {mediaType}: {{ schema: {schema} }} }} }}, {Ok} }} }}");

        Assert.All(run.Compile().Load().GetExportedTypes().Where(type => type.IsInterface), RefitMethod.Accept);
        Assert.Contains(expected, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Contains(alsoExpected, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("multipart/form-data", "{ p: { type: string, enum: [x] } }", "string? p = null", "the part 'p' of 'a'")]
    [InlineData("multipart/form-data", "{ p: { type: array, items: { type: integer } } }", "IEnumerable<string>? p = null", "the part 'p' of 'a'")]
    [InlineData("multipart/form-data", "{ p: { oneOf: [{ type: string, format: binary }, { type: string, format: uri }] } }", "p = null", "the part 'p' of 'a'")]
    [InlineData("multipart/mixed", "{ p: { type: string } }", "string? p = null", "'a' takes multipart/mixed")]
    [InlineData("application/x-www-form-urlencoded", "{ p: { type: object, properties: { x: { type: string } } } }", "ARequest? body = null", "the member 'p' of the form of 'a'")]
    public void Body_ThatRefitCannotSend_IsTold(string mediaType, string properties, string expected, string message)
    {
        var run = RefitRun.Of($"/a: {{ post: {{ operationId: a, requestBody: {{ content: {{ {mediaType}: {{ schema: {{ type: object, properties: {properties} }} }} }} }}, {Ok} }} }}");

        Assert.All(run.Compile().Load().GetExportedTypes().Where(type => type.IsInterface), RefitMethod.Accept);
        Assert.Contains(expected, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Contains(message, Assert.Single(run.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json: { schema: { type: array, items: { type: integer } } }", "Task<IList<long>> AAsync(", "\")]\n    Task<IList")]
    [InlineData("text/plain: { schema: { type: string } }", "Task<string> AAsync(", "[Headers(\"Accept: */*\")]")]
    [InlineData("application/pdf: { schema: { type: string, format: binary } }", "Task<Stream> AAsync(", "[Headers(\"Accept: */*\")]")]
    [InlineData("text/event-stream: { schema: { type: object, properties: { x: { type: string } } } }", "Task<Stream> AStreamingAsync(", "[Headers(\"Accept: text/event-stream\")]")]
    [InlineData("application/x-ndjson: { schema: { type: object, properties: { x: { type: string } } } }", "Task<Stream> AStreamingAsync(", "[Headers(\"Accept: application/x-ndjson, application/jsonl, application/json\")]")]
    public void Answer_OfAMediaType_HasItsType(string content, string expected, string header)
    {
        var run = RefitRun.Of($"/a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: ok, content: {{ {content} }} }} }} }} }}");

        run.Compile();
        Assert.Contains(expected, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Contains(header, run.Code("ITestApi"), StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

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
