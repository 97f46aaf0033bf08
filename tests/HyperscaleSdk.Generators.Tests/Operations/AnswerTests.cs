using System.Net;
using System.Net.Http;

namespace HyperscaleSdk.Generators.Tests.Operations;

/// <summary>What operations answer with: lines, pages, nothing, and what the consumer hooks in.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("application/x-ndjson", "{\"n\":1}\n{\"n\":2}\n")]
    [InlineData("application/jsonl", "{\"n\":1}\r\n\r\n{\"n\":2}")]
    [InlineData("application/json-seq", "\u001e{\"n\":1}\n\u001e{\"n\":2}\n")]
    public async Task Lines_AreReadAsTheyCome(string mediaType, string body)
    {
        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document($$"""
                responses: { "200": { description: ok, content: { {{mediaType}}: { schema: { type: object, properties: { n: { type: integer } } } } } } }
                """),
            "var all = new List<long?>(); await foreach (var item in client.CallStreamingAsync()) { all.Add(item.N); } return string.Join(\",\", all);",
            new StubHandler(body, mediaType));

        Assert.Equal("1,2", answer);
    }

    [Fact]
    public async Task Lines_ThatDoNotFit_EndWithAnExceptionThatNamesTheMember()
    {
        var failure = await Assert.ThrowsAsync<HyperscaleResponseException>(() => ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                responses: { "200": { description: ok, content: { application/x-ndjson: { schema: { type: object, properties: { n: { type: integer } } } } } } }
                """),
            "await foreach (var item in client.CallStreamingAsync()) { } return \"\";",
            new StubHandler("{\"n\":1}\n{\"n\":\"x\"}\n", "application/x-ndjson")));

        Assert.Contains("integer", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "{\"n\":1}", "1")]
    [InlineData(HttpStatusCode.NoContent, "", "nothing")]
    public async Task Answer_ThatMayBeEmpty_IsNullWhenItIs(HttpStatusCode status, string body, string expected)
        => Assert.Equal(expected, await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                responses:
                  "204": { description: nothing }
                  "200": { description: ok, content: { application/json: { schema: { type: object, properties: { n: { type: integer } } } } } }
                """),
            "return (await client.CallAsync())?.N?.ToString() ?? \"nothing\";",
            new PagesHandler(_ => (status, body))));

    [Theory]
    [InlineData("page_token", "{ items: { type: array, items: { type: string } }, next_page_token: { type: string } }", """{"items":["a","b"],"next_page_token":"2"}""", """{"items":["c"],"next_page_token":""}""", "page_token=2")]
    [InlineData("cursor", "{ results: { type: array, items: { type: string } }, meta: { type: object, properties: { next_cursor: { type: [string, 'null'] } } } }", """{"results":["a","b"],"meta":{"next_cursor":"2"}}""", """{"results":["c"],"meta":{"next_cursor":null}}""", "cursor=2")]
    [InlineData("after", "{ data: { type: array, items: { type: string } }, has_more: { type: boolean }, last_id: { type: string } }", """{"data":["a","b"],"has_more":true,"last_id":"2"}""", """{"data":["c"],"has_more":false,"last_id":"3"}""", "after=2")]
    [InlineData("starting_after", "{ data: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }, has_more: { type: boolean } }", """{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""", """{"data":[{"id":"c"}],"has_more":false}""", "starting_after=b")]
    public async Task Pages_AreWalkedThroughByTheTokenOfTheAnswer(string token, string properties, string first, string second, string asked)
    {
        var queries = new List<string>();
        var handler = new PagesHandler(request =>
        {
            queries.Add(request.RequestUri!.Query);
            return (HttpStatusCode.OK, queries.Count == 1 ? first : second);
        });

        var answer = await ClientSnippet.RunAsync(
            ClientSnippet.Document($$"""
                parameters:
                  - { name: limit, in: query, schema: { type: integer } }
                  - { name: {{token}}, in: query, schema: { type: string } }
                responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: {{properties}} } } } } }
                """),
            $"var all = new List<string>(); await foreach (var item in client.CallItemsAsync(limit: 2)) {{ all.Add({(token == "starting_after" ? "item.Id" : "item")}); }} return string.Join(\",\", all);",
            handler);

        Assert.Equal("a,b,c", answer);
        Assert.Equal(["?limit=2", "?limit=2&" + asked], queries);
    }

    [Fact]
    public async Task Pages_ThatLeadToThemselves_EndWithAnException()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                parameters: [{ name: cursor, in: query, schema: { type: string } }]
                responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: string } }, next_cursor: { type: string } } } } } } }
                """),
            "await foreach (var item in client.CallItemsAsync()) { } return \"\";",
            new StubHandler("""{"items":["a"],"next_cursor":"same"}""")));

    [Fact]
    public async Task Hook_OfTheConsumer_SeesEveryRequest()
    {
        var handler = new StubHandler("{}");

        await ClientSnippet.RunAsync(
            ClientSnippet.Document("""responses: { "204": { description: ok } }"""),
            "await client.CallAsync(); return \"\";",
            handler,
            "namespace Generated.Test { partial class TestClient { partial void OnRequest(HyperscaleSdk.Runtime.ApiRequest request) => request.AddHeader(\"X-Tenant\", \"7\"); } }");

        Assert.Equal("7", handler.Request!.Headers.GetValues("X-Tenant").Single());
    }

    [Theory]
    [InlineData("{ type: http, scheme: bearer }", "Authorization", "Bearer user:secret")]
    [InlineData("{ type: http, scheme: basic }", "Authorization", "Basic dXNlcjpzZWNyZXQ=")]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "X-Key", "user:secret")]
    [InlineData("{ type: apiKey, in: cookie, name: sid }", "Cookie", "sid=user:secret")]
    public async Task Key_GoesWhereTheSecuritySchemeSays(string scheme, string header, string expected)
        => Assert.Equal(expected, (await CallWithKeyAsync($"components: {{ securitySchemes: {{ key: {scheme} }} }}")).Headers.NonValidated[header].ToString());

    [Fact]
    public async Task Key_InTheQuery_IsEscaped()
        => Assert.Equal("?api%20key=user%3Asecret", (await CallWithKeyAsync("components: { securitySchemes: { key: { type: apiKey, in: query, name: api key } } }")).RequestUri!.Query);

    [Fact]
    public async Task Key_OfSeveralSchemes_IsTheOneThatTheDocumentAsksFor()
        => Assert.Equal("user:secret", (await CallWithKeyAsync("""
            security: [{ second: [] }]
            components: { securitySchemes: { first: { type: http, scheme: bearer }, second: { type: apiKey, in: header, name: X-Second } } }
            """)).Headers.GetValues("X-Second").Single());

    [Theory]
    [InlineData("query", "QUERY")]
    [InlineData("additionalOperations", "COPY")]
    public async Task Method_OfVersion32_IsSentAsItIsCalled(string place, string method)
    {
        var handler = new StubHandler("{}");
        var document = place == "query"
            ? ClientSnippet.Document("""responses: { "204": { description: ok } }""", "query")
            : """
              openapi: 3.2.0
              info: { title: Things, version: "1" }
              servers: [{ url: https://things.example/v1 }]
              paths:
                /a:
                  additionalOperations:
                    COPY: { operationId: call, responses: { "204": { description: ok } } }
              """;

        await ClientSnippet.RunAsync(document, "await client.CallAsync(); return \"\";", handler);

        Assert.Equal(method, handler.Request!.Method.Method);
    }

    [Fact]
    public async Task Server_OfAnOperation_IsWhereItIsCalled()
    {
        var handler = new StubHandler("{}");

        await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                servers: [{ url: "https://{region}.upload.example/v2/", variables: { region: { default: kr } } }]
                responses: { "204": { description: ok } }
                """),
            "await client.CallAsync(); return string.Join(\",\", TestProvider.Descriptor.Hosts);",
            handler);

        Assert.Equal("https://kr.upload.example/v2/a", handler.Request!.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task Server_OfAnOperation_GivesWayToAnAddressInTheOptions()
    {
        var handler = new StubHandler("{}");

        await ClientSnippet.RunAsync(
            ClientSnippet.Document("""
                servers: [{ url: "https://upload.example" }]
                responses: { "204": { description: ok } }
                """),
            "using var other = new TestClient(new TestOptions { BaseAddress = new Uri(\"http://127.0.0.1:9/x\") }, http); await other.CallAsync(); return \"\";",
            handler);

        Assert.Equal("http://127.0.0.1:9/x/a", handler.Request!.RequestUri!.AbsoluteUri);
    }

    private static async Task<HttpRequestMessage> CallWithKeyAsync(string more)
    {
        var handler = new StubHandler("{}");
        await ClientSnippet.RunAsync(ClientSnippet.Document("""responses: { "204": { description: ok } }""", more: more), "await client.CallAsync(); return \"\";", handler);
        return handler.Request!;
    }

    private sealed class PagesHandler(Func<HttpRequestMessage, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = answer(request);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") });
        }
    }
}
