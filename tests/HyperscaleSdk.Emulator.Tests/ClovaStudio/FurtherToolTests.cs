using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

/// <summary>Reranker, RAG reasoning, segmentation, summarization, sliding window and tuned models.</summary>
public sealed class FurtherToolTests : EmulatorTest
{
    private const string Search = """
        "tools":[{"type":"function","function":{"name":"search_manual","description":"사내 규정을 검색합니다","parameters":{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}}}]
        """;

    [Fact]
    public async Task Reranker_CitesTheDocumentThatAnswers()
    {
        var answer = await Clova.PostAsync("/v1/api-tools/reranker", """
            {"documents":[{"id":"a","doc":"점심은 열두 시에 먹습니다."},{"id":"b","doc":"연차 휴가는 1년에 15일입니다."}],"query":"연차 휴가는 며칠인가요?"}
            """);

        var result = answer.Json["result"]!;
        Assert.Equal("<doc2>연차 휴가는 1년에 15일입니다.</doc2>", (string?)result["result"]);
        Assert.Equal("b", (string?)Assert.Single(result["citedDocuments"]!.AsArray())!["id"]);
        Assert.Equal(("rerank", (long)result["usage"]!["promptTokens"]!), (Assert.Single(Host.Requests).Operation, Host.Requests[0].InputTokens));
        Assert.NotEmpty(result["suggestedQueries"]!.AsArray());
    }

    [Fact]
    public async Task RagReasoning_SearchesFirstAndAnswersThen()
    {
        var first = (await Clova.PostAsync("/v1/api-tools/rag-reasoning", $$"""{"messages":[{"role":"user","content":"연차는 며칠인가요?"}],{{Search}},"maxTokens":1024}""")).Json["result"]!;
        var call = first["message"]!["toolCalls"]![0]!;
        var found = JsonSerializer.Serialize("""{"search_result":[{"id":"doc-1","doc":"연차 휴가는 15일입니다."}]}""", RelaxedJson.Options);

        var second = (await Clova.PostAsync("/v1/api-tools/rag-reasoning", $$"""
            {"messages":[{"role":"user","content":"연차는 며칠인가요?"},{"role":"assistant","content":"","toolCalls":[{{call.ToJsonString(RelaxedJson.Options)}}]},
            {"role":"tool","toolCallId":"{{call["id"]}}","content":{{found}}}],{{Search}}}
            """)).Json["result"]!;

        Assert.NotEmpty((string)first["message"]!["thinkingContent"]!);
        Assert.IsType<JsonObject>(call["function"]!["arguments"]);
        Assert.Contains("<doc-1>연차 휴가는 15일입니다.</doc-1>", (string?)second["message"]!["content"], StringComparison.Ordinal);
        Assert.NotNull(second["usage"]);
    }

    [Fact]
    public async Task Segmentation_KeepsEverySentenceInOrder()
    {
        var result = (await Clova.PostAsync("/v1/api-tools/segmentation", """{"text":"하나입니다. 둘입니다. 셋입니다. 넷입니다.","segCnt":2,"alpha":-100}""")).Json["result"]!;

        Assert.Equal(["하나입니다.", "둘입니다.", "셋입니다.", "넷입니다."], result["topicSeg"]!.AsArray().SelectMany(segment => segment!.AsArray()).Select(sentence => (string?)sentence), StringComparer.Ordinal);
        Assert.Equal(2, result["topicSeg"]!.AsArray().Count);
        Assert.Equal([0, 1, 2, 3], result["span"]!.AsArray().SelectMany(segment => segment!.AsArray()).Select(index => (int)index!));
        Assert.Equal((long)result["inputTokens"]!, Assert.Single(Host.Requests).InputTokens);
    }

    [Fact]
    public async Task Summarization_IsShorterThanTheTexts()
    {
        var result = (await Clova.PostAsync("/v1/api-tools/summarization/v2", """{"texts":["첫 문장입니다. 자세한 설명이 길게 이어집니다.","둘째 글입니다."],"includeAiFilters":true}""")).Json["result"]!;

        Assert.Equal("- 첫 문장입니다.\n- 둘째 글입니다.", (string?)result["text"]);
        Assert.NotEmpty(result["aiFilter"]!.AsArray());
    }

    [Fact]
    public async Task SlidingWindow_DropsTheOldestTurnsAndKeepsTheSystem()
    {
        var longTurn = string.Concat(Enumerable.Repeat("가나 ", 2000));
        var result = (await Clova.PostAsync("/v1/api-tools/sliding/chat-messages/HCX-DASH-001", $$"""
            {"messages":[{"role":"system","content":"공손하게"},{"role":"user","content":"{{longTurn}}"},{"role":"assistant","content":"{{longTurn}}"},{"role":"user","content":"마지막"}],"maxTokens":500}
            """)).Json["result"]!;

        Assert.Equal(["system", "assistant", "user"], result["messages"]!.AsArray().Select(message => (string?)message!["role"]), StringComparer.Ordinal);
        Assert.Equal("마지막", (string?)result["messages"]![2]!["content"]);
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [InlineData("/v3/tasks/abc123/chat-completions", "finishReason")]
    [InlineData("/v2/tasks/abc123/chat-completions", "stopReason")]
    [InlineData("/v1/tasks/abc123/chat-completions", "stopReason")]
    [InlineData("/testapp/v3/chat-completions/HCX-005", "finishReason")]
    [InlineData("/serviceapp/v1/chat-completions/HCX-003", "stopReason")]
    public async Task Chat_OfTunedModelsAndUnderOldPrefixes_IsServed(string path, string member)
    {
        var answer = await Clova.PostAsync(path, """{"messages":[{"role":"user","content":"안녕하세요"}]}""");
        var stream = await Clova.PostAsync(path, """{"messages":[{"role":"user","content":"안녕하세요"}]}""", stream: true);

        Assert.NotNull(answer.Json["result"]![member]);
        Assert.Contains(stream.Frames, frame => frame.Event is "result");
    }

    [Theory]
    [InlineData("/v3/tasks/no-such-task/chat-completions", """{"messages":[{"role":"user","content":"안녕"}]}""", "40080")]
    [InlineData("/v3/tasks/a/chat-completions", """{"messages":[{"role":"user","content":"안녕"}],"tools":[{"function":{"name":"f","description":"d"}}],"maxTokens":1024}""", "40009")]
    [InlineData("/v3/tasks/a/chat-completions", """{"messages":[{"role":"user","content":[{"type":"image_url","imageUrl":{"url":"https://example.com/a.png"}}]}]}""", "40009")]
    [InlineData("/v1/api-tools/reranker", """{"query":"q"}""", "40001")]
    [InlineData("/v1/api-tools/reranker", """{"documents":[{"id":"a","doc":"d"}],"query":"q","maxTokens":4096}""", "40001")]
    [InlineData("/v1/api-tools/rag-reasoning", """{"messages":[{"role":"user","content":"안녕"}]}""", "40001")]
    [InlineData("/v1/api-tools/rag-reasoning", """{"messages":[{"role":"user","content":"안녕"}],"maxTokens":10,"tools":[{"function":{"name":"f","description":"d"}}]}""", "40001")]
    [InlineData("/v1/api-tools/segmentation", """{"text":" "}""", "40004")]
    [InlineData("/v1/api-tools/segmentation", """{"text":"a","alpha":-2}""", "40001")]
    [InlineData("/v1/api-tools/summarization/v2", """{"texts":[]}""", "40001")]
    [InlineData("/v1/api-tools/summarization/v2", """{"texts":["a"],"segMaxSize":3001}""", "40001")]
    [InlineData("/v1/api-tools/sliding/chat-messages/HCX-DASH-001", """{"messages":[{"role":"user","content":"안녕"}]}""", "40001")]
    [InlineData("/v1/api-tools/sliding/chat-messages/HCX-005", """{"messages":[{"role":"user","content":"안녕"}],"maxTokens":1}""", "40084")]
    public async Task Tool_WrongRequest_IsRefusedWithItsCode(string path, string body, string code)
    {
        var answer = await Clova.PostAsync(path, body);

        Assert.Equal((400, code), (answer.Status, answer.ClovaCode));
        Assert.Empty(Host.Requests);
    }
}
