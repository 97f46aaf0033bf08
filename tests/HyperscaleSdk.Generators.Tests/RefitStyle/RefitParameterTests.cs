using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Parameters of interfaces for Refit, and what is said of those that Refit cannot send.</summary>
public sealed class RefitParameterTests
{
    private const string Ok = "responses: { '204': { description: ok } }";

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
}
