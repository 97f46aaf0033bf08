using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Providers with a wire format of their own: what they send, and what is made of the answer.</summary>
public sealed class NativeFamilyTests
{
    private static readonly Uri Somewhere = new("https://somewhere.example");

    [Fact]
    public async Task Clova_TunedModel_IsCalledByTheIdOfItsTask()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"message":{"role":"assistant","content":"네"},"finishReason":"stop","created":1795305600,"usage":{"promptTokens":3,"completionTokens":1,"totalTokens":4}}}"""));
        using var client = new ClovaStudioChatClient(new ClovaStudioOptions { ApiKey = "test-key", BaseAddress = Somewhere }, new HttpClient(handler));

        var response = await client.GetResponseAsync("안녕?", new ChatOptions { ModelId = "task:ab/12", MaxOutputTokens = 9 }, TestContext.Current.CancellationToken);

        Assert.Equal("https://somewhere.example/v3/tasks/ab%2F12/chat-completions", handler.Requests[0].Url);
        Assert.Contains("\"maxTokens\":9", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal(("네", 4L), (response.Text, response.Usage!.TotalTokenCount));
    }

    [Fact]
    public async Task Clova_Tools_HaveTypedOperations()
    {
        var handler = new StubHandler()
            .Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"result":"<doc1>바닥을 데운다</doc1>","citedDocuments":[{"id":"doc1","doc":"온돌"}],"suggestedQueries":["왜?"],"usage":{"promptTokens":3,"completionTokens":1,"totalTokens":4}}}"""))
            .Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"topicSeg":[["가."],["나."]],"span":[[0],[1]],"inputTokens":4}}"""))
            .Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"text":"요약","inputTokens":7}}"""))
            .Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"messages":[{"role":"user","content":"안녕"}]}}"""))
            .Answer(StubHandler.Json("""{"status":{"code":"20000","message":"OK"},"result":{"message":{"role":"assistant","content":"","toolCalls":[{"id":"c","type":"function","function":{"name":"search","arguments":{"query":"온돌"}}}]},"usage":{"promptTokens":3,"completionTokens":1,"totalTokens":4}}}"""));
        using var client = new ClovaStudioClient(new ClovaStudioOptions { ApiKey = "test-key", BaseAddress = Somewhere }, new HttpClient(handler));
        var stop = TestContext.Current.CancellationToken;

        var ranked = await client.RerankAsync(new ClovaStudio.RerankRequest { Documents = [new() { Id = "doc1", Doc = "온돌" }], Query = "?" }, cancellationToken: stop);
        var segments = await client.SegmentTextAsync(new ClovaStudio.SegmentationRequest { Text = "가. 나." }, cancellationToken: stop);
        var summary = await client.SummarizeTextsAsync(new ClovaStudio.SummarizationRequest { Texts = ["긴 글"] }, cancellationToken: stop);
        var window = await client.SlideChatMessagesAsync("HCX-003", new ClovaStudio.SlidingWindowRequest { Messages = [new() { Role = "user", Content = "안녕" }], MaxTokens = 100 }, cancellationToken: stop);
        var reasoned = await client.ReasonWithRetrievalAsync(new ClovaStudio.RagReasoningRequest { Messages = [new() { Role = "user", Content = "온돌?" }], Tools = [] }, cancellationToken: stop);

        Assert.Equal("doc1", ranked.Result!.CitedDocuments!.Single().Id);
        Assert.Equal("나.", segments.Result!.TopicSeg![1].Single());
        Assert.Equal("요약", summary.Result!.Text);
        Assert.Equal("안녕", window.Result!.Messages!.Single().Content);
        Assert.Equal("search", reasoned.Result!.Message!.ToolCalls!.Single().Function!.Name);
        Assert.Equal(
            ["/v1/api-tools/reranker", "/v1/api-tools/segmentation", "/v1/api-tools/summarization/v2", "/v1/api-tools/sliding/chat-messages/HCX-003", "/v1/api-tools/rag-reasoning"],
            handler.Requests.Select(sent => new Uri(sent.Url).AbsolutePath));
    }

    [Fact]
    public async Task Fabrix_BlockedByAFilter_IsAnError()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"content":null,"filterBlockReason":{"message":"blocked"},"status":"FAIL","responseCode":"FR-403"}"""));
        using var client = new FabrixChatClient(new FabrixOptions { ApiKey = "token", BaseAddress = Somewhere, Headers = { ["x-fabrix-client"] = "client" } }, new HttpClient(handler));

        var failed = await Assert.ThrowsAnyAsync<HyperscaleException>(() => client.GetResponseAsync("안녕?", new ChatOptions { ModelId = "m" }, TestContext.Current.CancellationToken));

        Assert.Equal("FR-403", failed.ErrorCode);
        Assert.Equal(("token", "client"), (handler.Requests[0].Headers["x-openapi-token"], handler.Requests[0].Headers["x-fabrix-client"]));
    }

    [Fact]
    public async Task Luxia_Completion_SendsItsKeyInAHeaderOfItsOwn()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"choices":[{"message":{"role":"assistant","content":"네"},"finish_reason":"stop"}]}"""));
        using var client = new LuxiaChatClient(new LuxiaOptions { ApiKey = "test-key" }, new HttpClient(handler));

        var response = await client.GetResponseAsync("안녕?", new ChatOptions { MaxOutputTokens = 5 }, TestContext.Current.CancellationToken);

        Assert.Equal("https://bridge.luxiacloud.com/luxia/v1/chat", handler.Requests[0].Url);
        Assert.Equal("test-key", handler.Requests[0].Headers["apikey"]);
        Assert.Contains("\"max_completion_tokens\":5", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("네", response.Text);
        Assert.Null(response.Usage);
    }

    [Fact]
    public async Task KoGpt_Completion_ContinuesAPrompt()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"id":"g1","generations":[{"text":"반갑습니다","tokens":4}],"usage":{"prompt_tokens":3,"generated_tokens":4,"total_tokens":7}}"""));
        using var client = new KoGptChatClient(new KoGptOptions { ApiKey = "test-key" }, new HttpClient(handler));

        var response = await client.GetResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("https://api.kakaobrain.com/v1/inference/kogpt/generation", handler.Requests[0].Url);
        Assert.Equal("KakaoAK test-key", handler.Requests[0].Headers["Authorization"]);
        Assert.Equal(("반갑습니다", 7L), (response.Text, response.Usage!.TotalTokenCount));
    }

    [Fact]
    public async Task Etri_Task_SendsTheBareKey()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"request_id":"r","result":0,"return_type":"com.google.gson.internal.LinkedTreeMap","return_object":{"MRCInfo":{"answer":"1395년"}}}"""));
        using var client = new EtriClient(new EtriOptions { ApiKey = "test-key" }, new HttpClient(handler));

        var answer = await client.ReadPassageAsync(new Etri.ReadingRequest { Argument = new() { Passage = "경복궁은 1395년에 세워졌다.", Question = "언제?" } }, TestContext.Current.CancellationToken);

        Assert.Equal("http://aiopen.etri.re.kr:8000/MRCServlet", handler.Requests[0].Url);
        Assert.Equal("test-key", handler.Requests[0].Headers["Authorization"]);
        using var body = JsonDocument.Parse(handler.Requests[0].Body);
        Assert.Equal("언제?", body.RootElement.GetProperty("argument").GetProperty("question").GetString());
        Assert.Equal(0, answer.Result);
    }
}
