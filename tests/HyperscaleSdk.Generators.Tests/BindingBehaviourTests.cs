using System.Text.Json;
using HyperscaleSdk.TestKit;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>The worked examples of the binding language: what they send, and what they make of the answer.</summary>
public sealed class BindingBehaviourTests
{
    private static readonly ChatMessage[] Conversation = [new(ChatRole.System, "짧게 답해."), new(ChatRole.User, "안녕?")];

    [Fact]
    public async Task Fabrix_Completion_SendsTextsAndOneModelAndReadsTheAnswer()
    {
        var handler = new StubHandler("""{"content":"안녕하세요","reasoningContent":"생각","finishReason":"stop","responseCode":"R20000","status":"SUCCESS"}""");
        using var client = Client("samsung-fabrix", handler);

        var response = await client.GetResponseAsync(Conversation, new ChatOptions { ModelId = "m-1", MaxOutputTokens = 9 }, TestContext.Current.CancellationToken);

        using var body = JsonDocument.Parse(handler.Body);
        Assert.Equal("""["m-1"]""", body.RootElement.GetProperty("modelIds").GetRawText());
        Assert.Equal("안녕?", body.RootElement.GetProperty("contents")[0].GetString());
        Assert.Equal("짧게 답해.", body.RootElement.GetProperty("systemPrompt").GetString());
        Assert.Equal(9, body.RootElement.GetProperty("llmConfig").GetProperty("max_new_tokens").GetInt32());
        Assert.False(body.RootElement.GetProperty("isStream").GetBoolean());
        Assert.Equal("test-key", handler.Request!.Headers.GetValues("x-openapi-token").Single());
        Assert.Equal("안녕하세요", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Null(response.Usage);
    }

    [Fact]
    public async Task Fabrix_Stream_TellsFramesApartByAMember()
    {
        var handler = new StubHandler(
            """
            data: {"event_status":"REQUEST_ANALYSIS","status":"SUCCESS","content":"ignored"}

            data: {"event_status":"THINK","status":"SUCCESS","content":"생각"}

            data: {"event_status":"CHUNK","status":"SUCCESS","content":"안녕"}

            data: {"event_status":"CHUNK","status":"SUCCESS","content":"","finish_reason":"stop","response_code":"R20000","truncated":false}


            """,
            "text/event-stream");
        using var client = Client("samsung-fabrix", handler);

        var response = await client.GetStreamingResponseAsync(Conversation, new ChatOptions { ModelId = "m-1" }, TestContext.Current.CancellationToken)
            .ToChatResponseAsync(TestContext.Current.CancellationToken);

        using var body = JsonDocument.Parse(handler.Body);
        Assert.True(body.RootElement.GetProperty("isStream").GetBoolean());
        Assert.Equal("안녕", response.Text);
        Assert.Equal("생각", string.Concat(response.Messages[0].Contents.OfType<TextReasoningContent>().Select(content => content.Text)));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task Fabrix_Image_IsRefusedBeforeItIsSent()
    {
        var handler = new StubHandler("{}");
        using var client = Client("samsung-fabrix", handler);
        var picture = new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1, 2, 3 }, "image/png")]);

        await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync([picture], new ChatOptions { ModelId = "m-1" }, TestContext.Current.CancellationToken));

        Assert.Null(handler.Request);
    }

    [Fact]
    public async Task Luxia_Completion_SendsItsKeyInAHeaderOfItsOwn()
    {
        var handler = new StubHandler("""{"choices":[{"message":{"role":"assistant","content":"네"}}]}""");
        using var client = Client("saltlux-luxia", handler);

        var response = await client.GetResponseAsync(Conversation, new ChatOptions { ModelId = "luxia", MaxOutputTokens = 5 }, TestContext.Current.CancellationToken);

        Assert.Equal("test-key", handler.Request!.Headers.GetValues("apikey").Single());
        Assert.Null(handler.Request.Headers.Authorization);
        using var body = JsonDocument.Parse(handler.Body);
        Assert.Equal(5, body.RootElement.GetProperty("max_completion_tokens").GetInt32());
        Assert.Equal("네", response.Text);
    }

    [Fact]
    public async Task Luxia_JsonSchema_BecomesAnInstructionBecauseTheWireHasNoPlaceForIt()
    {
        var handler = new StubHandler("""{"choices":[{"message":{"role":"assistant","content":"{}"}}]}""");
        using var client = Client("saltlux-luxia", handler);
        var schema = JsonElement.Parse("""{"type":"object","properties":{"answer":{"type":"string"}}}""");

        await client.GetResponseAsync(Conversation, new ChatOptions { ModelId = "luxia", ResponseFormat = ChatResponseFormat.ForJsonSchema(schema) }, TestContext.Current.CancellationToken);

        using var body = JsonDocument.Parse(handler.Body);
        Assert.Contains("\"answer\"", body.RootElement.GetProperty("messages")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kogpt_Completion_SendsAPromptAndTheWordBeforeTheKey()
    {
        var handler = new StubHandler("""{"id":"g1","generations":[{"text":"반갑습니다","tokens":4}],"usage":{"prompt_tokens":3,"generated_tokens":4,"total_tokens":7}}""");
        using var client = Client("kakao-kogpt", handler);

        var response = await client.GetResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("KakaoAK test-key", handler.Request!.Headers.GetValues("Authorization").Single());
        using var body = JsonDocument.Parse(handler.Body);
        Assert.Equal("안녕?", body.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(256, body.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Equal("반갑습니다", response.Text);
        Assert.Equal(7, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task Kogpt_StreamingCall_GetsTheWholeAnswerAtOnce()
    {
        var handler = new StubHandler("""{"id":"g1","generations":[{"text":"반갑습니다","tokens":4}],"usage":{"prompt_tokens":3,"generated_tokens":4,"total_tokens":7}}""");
        using var client = Client("kakao-kogpt", handler);

        var response = await client.GetStreamingResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken);

        Assert.Equal("반갑습니다", response.Text);
        Assert.Equal(7, response.Usage!.TotalTokenCount);
        Assert.Equal("application/json", handler.Request!.Headers.Accept.Single().MediaType);
    }

    [Fact]
    public async Task Vllm_JsonSchema_TravelsInItsOwnMember()
    {
        var handler = new StubHandler("""{"id":"c1","model":"exaone","choices":[{"message":{"role":"assistant","content":"{}","reasoning":"음"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}""");
        using var client = Client("vllm", handler);
        var schema = JsonElement.Parse("""{"type":"object","properties":{"answer":{"type":"string"}}}""");

        var response = await client.GetResponseAsync(Conversation, new ChatOptions { ModelId = "exaone", ResponseFormat = ChatResponseFormat.ForJsonSchema(schema) }, TestContext.Current.CancellationToken);

        using var body = JsonDocument.Parse(handler.Body);
        Assert.Equal("string", body.RootElement.GetProperty("structured_outputs").GetProperty("json").GetProperty("properties").GetProperty("answer").GetProperty("type").GetString());
        Assert.Equal("음", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal("exaone", response.ModelId);
    }

    // The client is generated, compiled and loaded here; from then on it is an IChatClient like any other.
    private static IChatClient Client(string name, HttpMessageHandler handler)
    {
        var folder = name == "vllm"
            ? Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Generators.Tests", "Bindings", name)
            : Path.Combine(RepositoryPaths.Root, "specs", name);
        var binding = Path.Combine(folder, "binding.yaml");
        var spec = Path.Combine(folder, "openapi.yaml");
        var run = new GeneratorRun(
            new HyperscaleGenerator(),
            SpecText.Spec(spec, File.ReadAllText(spec), "Tested", "Generated.Tested", binding),
            SpecText.Binding(binding, File.ReadAllText(binding))).Generate().ShouldCompile();
        Assert.Empty(run.Diagnostics);
        var assembly = run.Load();
        var options = (HyperscaleClientOptions)Activator.CreateInstance(assembly.GetType("Generated.Tested.TestedOptions", throwOnError: true)!)!;
        options.ApiKey = "test-key";
        options.BaseAddress = new Uri("https://provider.test/base");
        return (IChatClient)Activator.CreateInstance(assembly.GetType("Generated.Tested.TestedChatClient", throwOnError: true)!, options, new HttpClient(handler))!;
    }
}
