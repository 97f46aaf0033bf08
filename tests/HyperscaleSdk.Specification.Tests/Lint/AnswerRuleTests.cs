using HyperscaleSdk.Specification.Lint;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class AnswerRuleTests
{
    [Theory]
    [InlineData("get: { operationId: a, «responses»: { '404': { description: no } } }", "no success answer")]
    [InlineData("«get»: { operationId: a }", "no success answer")]
    [InlineData("get: { operationId: a, responses: { '200': { description: ok, content: { «application/json»: {} } } } }", "without a schema")]
    [InlineData("get: { operationId: a, responses: { '200': { description: ok, content: { «application/problem+json»: { schema: {} } } } } }", "without a schema")]
    [InlineData("get: { operationId: a, responses: { «'200'»: { description: ok } } }", "has no body")]
    public void Answer_WithoutType_IsReported(string operation, string says)
    {
        var finding = LintRun.Single(LintIds.AnswerWithoutType, LintDocuments.Paths($"/a:\n  {operation}"));

        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Contains("'a'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_BehindAReference_IsReportedWhereItIsDeclared()
        => LintRun.Single(LintIds.AnswerWithoutType, LintDocuments.Paths("/a: { get: { operationId: a, responses: { '200': { $ref: '#/components/responses/Plain' } } } }")
            .Replace("application/json: {}", "«application/json»: {}", StringComparison.Ordinal));

    [Theory]
    [InlineData("get: { operationId: a, responses: { '204': { description: done } } }")]
    [InlineData("get: { operationId: a, responses: { '302': { description: elsewhere } } }")]
    [InlineData("get: { operationId: a, responses: { default: { description: any } } }")]
    [InlineData("post: { operationId: a, responses: { '200': { description: done } } }")]
    [InlineData("get: { operationId: a, responses: { '200': { description: ok, content: { image/png: {} } } } }")]
    [InlineData("get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }")]
    public void Answer_WithTypeOrRightlyWithout_IsNotReported(string operation)
        => LintRun.None(LintIds.AnswerWithoutType, LintDocuments.Paths($"/a:\n  {operation}"));

    [Fact]
    public void Answer_OfOpenApi2_IsToldInItsWords()
    {
        var finding = LintRun.Single(LintIds.AnswerWithoutType, LintDocuments.Swagger("paths: { /a: { get: { operationId: a, responses: { «'200'»: { description: ok } } } } }"));

        Assert.Contains("#/definitions/", finding.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("content:", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_MissingAtOneOperation_AreReportedThere()
        => LintRun.Single(LintIds.NoErrorAnswer, LintDocuments.Paths("""
            /a:
              get: { operationId: a, responses: { '200': { description: ok }, '4XX': { description: no } } }
              put: { operationId: b, responses: { '200': { description: ok }, default: { $ref: '#/components/responses/Failed' } } }
              «post»: { operationId: c, responses: { '200': { description: ok } } }
            """));

    [Fact]
    public void Errors_MissingEverywhere_AreReportedOnce()
    {
        var text = LintDocuments.Paths("""
            /a: { get: { operationId: a }, post: { operationId: b } }
            """).Replace("paths:", "«paths»:", StringComparison.Ordinal);

        Assert.Contains("None of the 2 operations", LintRun.Single(LintIds.NoErrorAnswer, text).Message, StringComparison.Ordinal);
    }

    private const string Streaming = """
        /a:
          VERB:
            operationId: chat
            requestBody: { content: { application/json: { schema: BODY } } }
            responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } STREAM } } }
        """;

    [Theory]
    [InlineData("{ type: object, properties: { stream: { type: boolean } } }")]
    [InlineData("{ type: object, properties: { stream: { type: [boolean, 'null'] } } }")]
    [InlineData("{ type: object, properties: { stream: { anyOf: [{ type: boolean }, { type: 'null' }] } } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Thing' }, { type: object, properties: { stream: { type: boolean } } }] }")]
    public void Stream_AskedForButNotDescribed_IsReported(string body)
    {
        var finding = LintRun.Single(LintIds.StreamNotDescribed, Document("«post»", body, ""));

        Assert.Contains("'stream'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("text/event-stream", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, properties: { stream: { type: boolean } } }", ", text/event-stream: { schema: { $ref: '#/components/schemas/Thing' } }")]
    [InlineData("{ type: object, properties: { stream: { type: boolean } } }", ", application/x-ndjson: { schema: { $ref: '#/components/schemas/Thing' } }")]
    [InlineData("{ type: object, properties: { stream: { type: boolean, enum: [false] } } }", "")]
    [InlineData("{ type: object, properties: { stream: { type: string } } }", "")]
    [InlineData("{ type: object, properties: { streams: { type: boolean } } }", "")]
    public void Stream_DescribedOrNone_IsNotReported(string body, string stream) => LintRun.None(LintIds.StreamNotDescribed, Document("post", body, stream));

    [Fact]
    public void Stream_WithoutSchema_IsReportedAtItsMediaType()
        => Assert.Contains("raw JSON", LintRun.Single(LintIds.StreamNotDescribed, Document("post", "{ type: object }", ", «text/event-stream»: {}")).Message, StringComparison.Ordinal);

    private static string Document(string verb, string body, string stream) => LintDocuments.Paths(Streaming
        .Replace("VERB", verb, StringComparison.Ordinal)
        .Replace("BODY", body, StringComparison.Ordinal)
        .Replace("STREAM", stream, StringComparison.Ordinal));
}
