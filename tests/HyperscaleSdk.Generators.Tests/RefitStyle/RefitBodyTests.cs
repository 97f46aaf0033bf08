namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Bodies and answers of interfaces for Refit, and what is said of those that Refit cannot send.</summary>
public sealed class RefitBodyTests
{
    private const string Ok = "responses: { '204': { description: ok } }";

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
}
