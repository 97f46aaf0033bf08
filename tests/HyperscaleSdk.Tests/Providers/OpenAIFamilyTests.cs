using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>What each provider of the OpenAI family sends and reads where it differs from the others.</summary>
public sealed class OpenAIFamilyTests
{
    private const string Answer = """
        {"id":"c-1","object":"chat.completion","created":1795305600,"model":"served","choices":[{"index":0,"message":{"role":"assistant","content":"네","THINKING":"음"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}
        """;

    private const string Stream = """
        data: {"id":"c-1","object":"chat.completion.chunk","created":1795305600,"model":"served","choices":[{"index":0,"delta":{"role":"assistant","THINKING":"음"},"finish_reason":null}]}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1795305600,"model":"served","choices":[{"index":0,"delta":{"content":"네"},"finish_reason":null}]}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1795305600,"model":"served","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1795305600,"model":"served","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}

        data: [DONE]


        """;

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"answer":{"type":"string"}}}""");

    // Provider, model, path, member of the token limit, member of the thinking.
    public static TheoryData<string, string?, string, string, string> Family() => new()
    {
        { "naver-clovastudio-openai", "HCX-007", "/chat/completions", "max_completion_tokens", "thinking_content" },
        { "naver-clovastudio-openai", "HCX-005", "/chat/completions", "max_tokens", "thinking_content" },
        { "clovastudio-gov", "HCX-GOV", "/chat/completions", "max_tokens", "reasoning_content" },
        { "upstage", "solar-pro4", "/chat/completions", "max_tokens", "reasoning" },
        { "friendli", "my-endpoint", "/chat/completions", "max_tokens", "reasoning_content" },
        { "konan", null, "/chat/completions", "max_tokens", "reasoning_content" },
        { "liner", null, "/chat/completions", "max_completion_tokens", "reasoning_content" },
        { "samsung-aios", "gpt-oss-120b", "/chat/completions", "max_tokens", "reasoning_content" },
        { "skt-ax", null, "/chat/completions", "max_tokens", "reasoning_content" },
        { "kt-midm", "midm", "/chat/completions", "max_tokens", "reasoning_content" },
        { "kakao-kanana", null, "/chat/completions", "max_tokens", "reasoning_content" },
        { "lg-exaone", null, "/chat/completions", "max_tokens", "reasoning" },
        { "lguplus-ixigen", "ixi", "/chat/completions", "max_tokens", "reasoning_content" },
        { "kisti-koni", null, "/chat/completions", "max_tokens", "reasoning_content" },
        { "openai-compatible", "my-model", "/chat/completions", "max_tokens", "reasoning_content" },
        { "furiosa-llm", null, "/chat/completions", "max_completion_tokens", "reasoning" },
        { "rebellions-vllm", "/models/exaone", "/chat/completions", "max_tokens", "reasoning" },
    };

    [Theory]
    [MemberData(nameof(Family))]
    public async Task Completion_OfEachProvider_SendsAndReadsItsDialect(string id, string? model, string path, string limit, string thinking)
    {
        var handler = new StubHandler().Answer(StubHandler.Json(Answer.Replace("THINKING", thinking, StringComparison.Ordinal)));
        using var client = Client(id, handler);

        var response = await client.GetResponseAsync(
            [new(ChatRole.System, "짧게."), new(ChatRole.User, "안녕?")], new ChatOptions { ModelId = model, MaxOutputTokens = 2048, Temperature = 0.5f }, TestContext.Current.CancellationToken);

        var sent = Assert.Single(handler.Requests);
        Assert.Equal("https://somewhere.example/v1" + path, sent.Url);
        Assert.Equal("Bearer test-key", sent.Headers["Authorization"]);
        using var body = JsonDocument.Parse(sent.Body);
        Assert.Equal(model ?? ProviderCatalogTests.Find(id).Descriptor.Models[0].Id, body.RootElement.GetProperty("model").GetString());
        Assert.Equal(2048, body.RootElement.GetProperty(limit).GetInt32());
        string[] expected = id == "friendli" ? ["messages", "model", "temperature", limit, "parse_reasoning"] : ["messages", "model", "temperature", limit];
        Assert.Equal(expected.Order(StringComparer.Ordinal), body.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(2, body.RootElement.GetProperty("messages").GetArrayLength());
        Assert.Equal("네", response.Text);
        Assert.Equal("음", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal(("served", ChatFinishReason.Stop, 5L), (response.ModelId, response.FinishReason, response.Usage!.TotalTokenCount));
    }

    [Theory]
    [MemberData(nameof(Family))]
    public async Task Stream_OfEachProvider_GivesTheSameAnswer(string id, string? model, string path, string limit, string thinking)
    {
        _ = (path, limit);
        var handler = new StubHandler().Answer(StubHandler.Events(Stream.Replace("THINKING", thinking, StringComparison.Ordinal)));
        using var client = Client(id, handler);

        var response = await client.GetStreamingResponseAsync("안녕?", new ChatOptions { ModelId = model }, TestContext.Current.CancellationToken)
            .ToChatResponseAsync(TestContext.Current.CancellationToken);

        using var body = JsonDocument.Parse(handler.Requests[0].Body);
        Assert.True(body.RootElement.GetProperty("stream").GetBoolean());

        // CLOVA Studio refuses the member, and no other request may lose its usage.
        Assert.Equal(id is not ("naver-clovastudio-openai" or "clovastudio-gov"), body.RootElement.TryGetProperty("stream_options", out _));
        Assert.Equal("네", response.Text);
        Assert.Equal("음", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal(5, response.Usage!.TotalTokenCount);
    }

    [Theory]
    [InlineData("skt-ax", null, ReasoningEffort.None, "chat_template_kwargs.enable_thinking", "false")]
    [InlineData("lg-exaone", null, ReasoningEffort.High, "chat_template_kwargs.enable_thinking", "true")]
    [InlineData("furiosa-llm", null, ReasoningEffort.Low, "chat_template_kwargs.enable_thinking", "true")]
    [InlineData("rebellions-vllm", "m", ReasoningEffort.None, "chat_template_kwargs.enable_thinking", "false")]
    [InlineData("clovastudio-gov", "HCX-GOV", ReasoningEffort.High, "chat_template_kwargs.force_reasoning", "true")]
    [InlineData("clovastudio-gov", "HCX-GOV-THINK", ReasoningEffort.None, "chat_template_kwargs.skip_reasoning", "true")]
    [InlineData("naver-clovastudio-openai", "HCX-007", ReasoningEffort.ExtraHigh, "reasoning_effort", "\"high\"")]
    [InlineData("friendli", "e", ReasoningEffort.Medium, "chat_template_kwargs.enable_thinking", "true")]
    [InlineData("openai-compatible", "m", ReasoningEffort.ExtraHigh, "reasoning_effort", "\"xhigh\"")]
    public async Task Reasoning_OfAProvider_GoesWhereItIsRead(string id, string? model, ReasoningEffort effort, string member, string value)
    {
        using var body = await SentAsync(id, new ChatOptions { ModelId = model, Reasoning = new() { Effort = effort } });

        Assert.Equal(value, At(body.RootElement, member)!.Value.GetRawText());
    }

    [Theory]
    [InlineData("furiosa-llm", null, "structured_outputs.json.type")]
    [InlineData("naver-clovastudio-openai", "HCX-007", "response_format.json_schema.schema.type")]
    [InlineData("liner", null, "response_format.json_schema.schema.type")]
    [InlineData("friendli", "e", "response_format.json_schema.schema.type")]
    [InlineData("rebellions-vllm", "m", "response_format.json_schema.schema.type")]
    [InlineData("konan", null, null)]
    [InlineData("clovastudio-gov", "HCX-GOV", null)]
    [InlineData("naver-clovastudio-openai", "HCX-005", null)]
    public async Task Schema_OfAnAnswer_GoesWhereItIsReadOrBecomesAnInstruction(string id, string? model, string? member)
    {
        using var body = await SentAsync(id, new ChatOptions { ModelId = model, ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema) });

        if (member is null)
        {
            Assert.Contains("\"answer\"", body.RootElement.GetProperty("messages")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("object", At(body.RootElement, member)!.Value.GetString());
        }
    }

    [Theory]
    [InlineData("naver-clovastudio-openai", "HCX-007", "think")]
    [InlineData("naver-clovastudio-openai", "HCX-005", "1024")]
    [InlineData("friendli", "e", "beside tools")]
    public async Task Tools_ThatAModelCannotTakeLikeThis_AreRefusedWithWhatToChange(string id, string model, string says)
    {
        var options = new ChatOptions { ModelId = model, Tools = [AIFunctionFactory.CreateDeclaration("now", "tells the time", Schema)] };
        options.Reasoning = says == "think" ? new ReasoningOptions { Effort = ReasoningEffort.Low } : null;
        options.MaxOutputTokens = says == "1024" ? 100 : null;
        options.ResponseFormat = says == "beside tools" ? ChatResponseFormat.ForJsonSchema(Schema) : null;
        var handler = new StubHandler();
        using var client = Client(id, handler);

        var refused = await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("안녕?", options, TestContext.Current.CancellationToken));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("naver-clovastudio-openai", "bge-m3", 2, "/embeddings")]
    [InlineData("clovastudio-gov", "bge-m3", 1, "/text/embeddings")]
    [InlineData("friendli", "e", 1, "/embeddings")]
    [InlineData("openai-compatible", "m", 1, "/embeddings")]
    [InlineData("samsung-aios", null, 1, "/embeddings")]
    [InlineData("furiosa-llm", null, 1, "/embeddings")]
    [InlineData("rebellions-vllm", "m", 1, "/embeddings")]
    public async Task Embeddings_OfTwoTexts_TakeThatManyCalls(string id, string? model, int calls, string path)
    {
        var handler = new StubHandler { Otherwise = sent => StubHandler.Json(EmbeddingsFor(sent)) };
        var provider = ProviderCatalogTests.Find(id);
        using var http = new HttpClient(handler);
        using var generator = provider.CreateEmbeddingGenerator(Options(provider), http);

        var vectors = await generator.GenerateAsync(["하나", "둘"], new EmbeddingGenerationOptions { ModelId = model }, TestContext.Current.CancellationToken);

        Assert.Equal(2, vectors.Count);
        Assert.Equal(calls, handler.Requests.Count);
        Assert.All(handler.Requests, sent => Assert.Equal("https://somewhere.example/v1" + path, sent.Url));
        Assert.All(handler.Requests, sent => Assert.Contains("\"encoding_format\":\"float\"", sent.Body, StringComparison.Ordinal));
        Assert.Equal(calls * 4, vectors.Usage!.InputTokenCount);
    }

    [Theory]
    [InlineData("clovastudio-gov", "https://api.clovastudio.go.kr/v1/text/embeddings")]
    [InlineData("friendli", "https://api.friendli.ai/dedicated/v1/embeddings")]
    public async Task Embeddings_WithoutAnAddressOfTheCallers_GoToTheirOwnServer(string id, string url)
    {
        var handler = new StubHandler { Otherwise = sent => StubHandler.Json(EmbeddingsFor(sent)) };
        var provider = ProviderCatalogTests.Find(id);
        var options = Options(provider);
        options.BaseAddress = null;
        using var http = new HttpClient(handler);
        using var generator = provider.CreateEmbeddingGenerator(options, http);

        await generator.GenerateAsync(["하나"], new EmbeddingGenerationOptions { ModelId = "m" }, TestContext.Current.CancellationToken);

        Assert.Equal(url, handler.Requests[0].Url);
    }

    [Fact]
    public async Task Error_OfAVllmServer_HasANumberAsItsCode()
    {
        var handler = new StubHandler { Otherwise = _ => StubHandler.Json("""{"error":{"message":"no such model","type":"NotFoundError","param":null,"code":404}}""", System.Net.HttpStatusCode.NotFound) };
        using var client = Client("rebellions-vllm", handler);

        var failed = await Assert.ThrowsAnyAsync<HyperscaleException>(() => client.GetResponseAsync("안녕?", new ChatOptions { ModelId = "m" }, TestContext.Current.CancellationToken));

        Assert.Equal(("404", "no such model"), (failed.ErrorCode, failed.ProviderMessage));
    }

    [Fact]
    public async Task Error_InsideAStreamOfAVllmServer_IsThrown()
    {
        var handler = new StubHandler().Answer(StubHandler.Events("data: {\"error\":{\"message\":\"out of memory\",\"type\":\"InternalServerError\",\"param\":null,\"code\":500}}\n\n"));
        using var client = Client("furiosa-llm", handler);

        var failed = await Assert.ThrowsAnyAsync<HyperscaleException>(
            () => client.GetStreamingResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken));

        Assert.Equal("500", failed.ErrorCode);
    }

    [Fact]
    public async Task Error_OfKanana_MayBeABareText()
    {
        var handler = new StubHandler { Otherwise = _ => StubHandler.Json("""{"error":"quota of the day is used up"}""", System.Net.HttpStatusCode.Forbidden) };
        using var client = Client("kakao-kanana", handler);

        var failed = await Assert.ThrowsAnyAsync<HyperscaleException>(() => client.GetResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("quota of the day is used up", failed.ProviderMessage);
    }

    [Fact]
    public async Task Gov_StatusInsideASuccess_IsAnError()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("""{"status":{"code":"40300","message":"Forbidden"}}"""));
        using var client = Client("clovastudio-gov", handler);

        var failed = await Assert.ThrowsAnyAsync<HyperscaleException>(() => client.GetResponseAsync("안녕?", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("40300", failed.ErrorCode);
    }

    private static string EmbeddingsFor(SentRequest sent)
    {
        using var body = JsonDocument.Parse(sent.Body);
        var count = body.RootElement.GetProperty("input") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 1;
        var items = string.Join(',', Enumerable.Range(0, count).Select(index => $$"""{"object":"embedding","index":{{index}},"embedding":[0.5,0.25]}"""));
        return $$$"""{"object":"list","data":[{{{items}}}],"model":"served","usage":{"prompt_tokens":4,"total_tokens":4}}""";
    }

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (!element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static async Task<JsonDocument> SentAsync(string id, ChatOptions options)
    {
        var handler = new StubHandler().Answer(StubHandler.Json(Answer));
        using var client = Client(id, handler);
        await client.GetResponseAsync("안녕?", options, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(handler.Requests[0].Body);
    }

    private static IChatClient Client(string id, StubHandler handler)
    {
        var provider = ProviderCatalogTests.Find(id);
        return provider.CreateChatClient(Options(provider), new HttpClient(handler));
    }

    private static HyperscaleClientOptions Options(ProviderClients provider)
    {
        var options = provider.CreateOptions();
        options.ApiKey = "test-key";
        options.BaseAddress = new Uri("https://somewhere.example/v1");
        options.MaxRetries = 0;
        return options;
    }
}
