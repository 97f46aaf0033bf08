using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class OperationRuleTests
{
    [Theory]
    [InlineData("/api/v1/users/{user-id}/blog-posts", "get", "getUsersBlogPosts")]
    [InlineData("/things/{id}", "put", "replaceThingsById")]
    [InlineData("/things", "post", "createThings")]
    public void OperationId_Missing_IsReportedAtTheVerbWithAProposal(string path, string verb, string proposal)
    {
        var finding = LintRun.Single(LintIds.OperationWithoutId, LintDocuments.Paths($$"""
            {{path}}:
              «{{verb}}»: { summary: s, responses: { "204": { description: done } } }
            """));

        Assert.Contains($"'{verb.ToUpperInvariant()} {path}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"`operationId: {proposal}`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void OperationId_Present_IsNotReported() => LintRun.None(LintIds.OperationWithoutId, LintDocuments.Paths("/a: { get: { operationId: getA } }"));

    [Theory]
    [InlineData("list_things", "listThings")]
    [InlineData("things/list", "thingsList")]
    [InlineData("ListThings", "listThings")]
    public void OperationId_DiffersOnlyInCaseOrPunctuation_IsReportedAtTheSecond(string first, string second)
    {
        var finding = LintRun.Single(LintIds.OperationName, LintDocuments.Paths($$"""
            /a: { get: { operationId: {{first}} } }
            /b: { get: { operationId: «{{second}}» } }
            """));

        Assert.Contains($"'{first}' on line 5", finding.Message, StringComparison.Ordinal);
        Assert.Equal(SpecSeverity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData("123")]
    [InlineData("'---'")]
    [InlineData("2fa")]
    public void OperationId_WithoutALetterAtItsStart_IsReported(string id)
        => LintRun.Single(LintIds.OperationName, LintDocuments.Paths($"/a: {{ get: {{ operationId: «{id}» }} }}"));

    [Fact]
    public void OperationId_MadeOfPathAndVerb_IsInformation()
    {
        var finding = LintRun.Single(LintIds.OperationName, LintDocuments.Paths("""
            /items/{item_id}: { get: { operationId: «read_item_items__item_id__get» } }
            """));

        Assert.Equal(SpecSeverity.Info, finding.Severity);
    }

    [Theory]
    [InlineData("listThings", "getThing")]
    [InlineData("등록", "조회")]
    [InlineData("same", "same")]
    public void OperationId_OfGoodOrEqualNames_IsNotReported(string first, string second)
        => LintRun.None(LintIds.OperationName, LintDocuments.Paths($$"""
            /things: { get: { operationId: {{first}} }, post: { operationId: {{second}} } }
            """));

    [Fact]
    public void Summary_Missing_IsReportedAtTheVerb()
    {
        var finding = LintRun.Single(LintIds.OperationWithoutSummary, LintDocuments.Paths("""
            /a:
              get: { operationId: a, summary: s }
              put: { operationId: b, description: d }
              «post»: { operationId: c, summary: '  ' }
            """));

        Assert.Contains("'c'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PathParameter_WithoutPlaceInThePath_IsReportedAtItsName()
    {
        var finding = LintRun.Single(LintIds.PathParameter, LintDocuments.Paths("""
            /a/{id}:
              get:
                operationId: a
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: «key», in: path, required: true, schema: { type: string } }
            """));

        Assert.Contains("'key'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("`{key}`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void PathParameter_SharedAndNotRequired_IsReportedOnce()
        => LintRun.Single(LintIds.PathParameter, LintDocuments.Paths("""
            /a/{id}:
              parameters: [{ name: «id», in: path, schema: { type: string } }]
              get: { operationId: a }
              put: { operationId: b }
            """));

    [Fact]
    public void PathParameter_OfOpenApi2_IsReportedOnce()
        => LintRun.Single(LintIds.PathParameter, LintDocuments.Swagger("""
            parameters: { id: { name: «id», in: path, type: string } }
            paths:
              /a/{id}:
                parameters: [{ $ref: '#/parameters/id' }]
                get: { operationId: a, responses: {} }
                put: { operationId: b, responses: {} }
            """));

    [Theory]
    [InlineData("/items", "limit", "", true)]
    [InlineData("/items", "page_size", "", true)]
    [InlineData("/items", "limit", "cursor", false)]
    [InlineData("/items", "limit", "startingAfter", false)]
    [InlineData("/items", "perPage", "pageNo", false)]
    [InlineData("/items/autocomplete", "limit", "", false)]
    [InlineData("/items", "filter", "", false)]
    public void Pages_WithASizeButNoPosition_AreReported(string path, string size, string position, bool isReported)
    {
        var verb = isReported ? "«get»" : "get";
        var second = position.Length == 0 ? "" : $", {{ name: {position}, in: query }}";

        var findings = LintRun.Marked(LintIds.NoNextPage, LintDocuments.Paths($$"""
            {{path}}: { {{verb}}: { operationId: list, parameters: [{ name: {{size}}, in: query }{{second}}] } }
            """));

        Assert.All(findings, finding => Assert.Contains($"'{size}'", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_WhoseAnswerLeadsOn_AreNotReported()
        => LintRun.None(LintIds.NoNextPage, LintDocuments.Paths("""
            /items:
              get:
                operationId: list
                parameters: [{ name: limit, in: query }]
                responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { next_page: { type: string } } } } } } }
            """));
}
