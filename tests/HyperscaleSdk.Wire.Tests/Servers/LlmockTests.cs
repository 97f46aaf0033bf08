using System.Text.Json;
using HyperscaleSdk.Wire.Tests.Mock;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Wire.Tests.Servers;

/// <summary>A server that others wrote, of OpenAI's form, accepts our client: chat, stream, tools, embeddings; and what it breaks on purpose fails as it should.</summary>
public sealed class LlmockTests(LlmockInstall llmock)
{
    private const string Question = "배송이 늦어지면 어떻게 하나요?";

    private const string Answer = "배송이 늦어지면 주문 내역에서 송장 번호를 확인해 주세요.";

    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration(
        "get_weather", "Returns the weather of a city.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_WholeAndStreamed_IsTheSameAnswer()
    {
        await using var server = await StartAsync();
        using var client = new OpenAICompatibleChatClient(Options(server));

        var whole = await client.GetResponseAsync(Question, cancellationToken: Token);
        var updates = await client.GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token);
        var streamed = updates.ToChatResponse();

        Assert.Equal((Answer, Answer), (whole.Text, streamed.Text));
        Assert.True(updates.Count(update => update.Text.Length > 0) > 1);
        Assert.Equal((ChatFinishReason.Stop, ChatFinishReason.Stop), (whole.FinishReason, streamed.FinishReason));
        Assert.True(whole.Usage?.TotalTokenCount > 0);
        Assert.Equal(whole.Usage?.TotalTokenCount, streamed.Usage?.TotalTokenCount);
        Assert.Equal(["질문은 배송에 관한 것이다.", "질문은 배송에 관한 것이다."], new[] { whole, streamed }.Select(Reasoning));
        Assert.Equal(("chat-model", "chat-model"), (whole.ModelId, streamed.ModelId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tool_IsCalledAndItsResultAnswered(bool streaming)
    {
        await using var server = await StartAsync();
        using var client = new OpenAICompatibleChatClient(Options(server));
        var options = new ChatOptions { Tools = [Weather] };
        List<ChatMessage> history = [new(ChatRole.User, "부산 날씨를 알려 주세요.")];

        var asked = await AskAsync(client, streaming, history, options);
        var call = Assert.Single(asked.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        history.AddMessages(asked);
        history.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, "맑음, 21도")]));
        var answer = await AskAsync(client, streaming, history, options);

        Assert.Equal((ChatFinishReason.ToolCalls, "get_weather", "부산"), (asked.FinishReason, call.Name, call.Arguments!["city"]?.ToString()));
        Assert.Equal("부산은 맑고 21도입니다.", answer.Text);
    }

    [Fact]
    public async Task Chat_EndedByItsLimit_SaysSo()
    {
        await using var server = await StartAsync();
        using var client = new OpenAICompatibleChatClient(Options(server));

        Assert.Equal(ChatFinishReason.Length, (await client.GetResponseAsync("한도가 있는 질문", new ChatOptions { MaxOutputTokens = 8 }, Token)).FinishReason);
    }

    [Fact]
    public async Task Embeddings_OfSeveralTexts_KeepTheirOrder()
    {
        await using var server = await StartAsync();
        using var generator = new OpenAICompatibleEmbeddingGenerator(Options(server));
        string[] texts = ["환불 신청 방법", "오늘 점심", "배송 조회"];

        var together = await generator.GenerateAsync(texts, cancellationToken: Token);

        Assert.Equal(texts.Length, together.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal((await generator.GenerateAsync([texts[i]], cancellationToken: Token))[0].Vector.ToArray(), together[i].Vector.ToArray());
        }

        Assert.NotEqual(together[0].Vector.ToArray(), together[1].Vector.ToArray());
    }

    [Fact]
    public async Task Question_WithoutAnAnswer_IsATypedRefusal()
    {
        await using var server = await StartAsync();
        using var client = new OpenAICompatibleChatClient(Options(server));

        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("아무도 모르는 것", cancellationToken: Token));

        Assert.Equal("no_fixture_match", failure.ErrorCode);
        Assert.NotNull(failure.RequestId);
    }

    [Fact]
    public async Task Stream_CutByTheServer_IsATypedFailureBehindItsFirstPieces()
    {
        await using var server = await StartAsync();
        using var client = new OpenAICompatibleChatClient(Options(server));
        var pieces = 0;

        var failure = await Assert.ThrowsAsync<HyperscaleStreamException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("도중에 끊어 주세요", cancellationToken: Token))
            {
                pieces += update.Text.Length > 0 ? 1 : 0;
            }
        });

        Assert.Equal("stream_cut", failure.ErrorCode);
        Assert.True(pieces > 0);
    }

    [Theory]
    [InlineData("--chaos-drop", "1", typeof(HyperscaleServerException))]
    [InlineData("--chaos-malformed", "1", typeof(HyperscaleResponseException))]
    [InlineData("--chaos-disconnect", "1", typeof(HyperscaleConnectionException))]
    [InlineData("--chaos-ratelimit", "1", typeof(HyperscaleRateLimitException))]
    [InlineData("--chaos-latency", "5000", typeof(TimeoutException))]
    public async Task Chaos_OnEveryCall_IsATypedFailure(string flag, string rate, Type expected)
    {
        await using var server = await StartAsync(flag, rate);
        var options = Options(server);
        options.MaxRetries = 0;
        options.Timeout = flag == "--chaos-latency" ? TimeSpan.FromMilliseconds(300) : options.Timeout;
        using var client = new OpenAICompatibleChatClient(options);
        using var generator = new OpenAICompatibleEmbeddingGenerator(options);

        var failures = new[]
        {
            await Record.ExceptionAsync(() => client.GetResponseAsync(Question, cancellationToken: Token)),
            await Record.ExceptionAsync(() => client.GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token).AsTask()),
            await Record.ExceptionAsync(() => generator.GenerateAsync(["환불"], cancellationToken: Token)),
        };

        Assert.All(failures, failure => Assert.IsType(expected, failure));
        Assert.All(failures.OfType<HyperscaleRateLimitException>(), failure => Assert.NotNull(failure.RetryAfter));
    }

    [Fact]
    public async Task Chaos_OnSomeCalls_IsWornDownByRetries()
    {
        await using var server = await StartAsync("--chaos-drop", "0.3");
        var options = Options(server);
        options.MaxRetries = 10;
        options.RetryDelay = TimeSpan.Zero;
        using var client = new OpenAICompatibleChatClient(options);

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Answer, (await client.GetResponseAsync(Question, cancellationToken: Token)).Text);
        }
    }

    private Task<NodeServer> StartAsync(params string[] flags)
    {
        if (llmock.Missing is { } reason)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(reason);
            Assert.Skip(reason);
        }

        return LlmockInstall.StartAsync(flags, Token);
    }

    private static OpenAICompatibleOptions Options(NodeServer server) => new()
    {
        ApiKey = "any-key", BaseAddress = new Uri(server.Address, "/v1"), Model = "chat-model", EmbeddingModel = "embedding-model", Timeout = TimeSpan.FromSeconds(30),
    };

    private static string Reasoning(ChatResponse response) => string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text));

    private static async Task<ChatResponse> AskAsync(IChatClient client, bool streaming, List<ChatMessage> history, ChatOptions options)
        => streaming
            ? await client.GetStreamingResponseAsync(history, options, Token).ToChatResponseAsync(Token)
            : await client.GetResponseAsync(history, options, Token);
}
