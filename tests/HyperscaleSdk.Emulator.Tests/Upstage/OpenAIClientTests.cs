using System.ClientModel;
using System.ClientModel.Primitives;
using HyperscaleSdk.Emulator.Tests.Support;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace HyperscaleSdk.Emulator.Tests.Upstage;

/// <summary>The official OpenAI package as a client that shares no code with the emulator.</summary>
public sealed class OpenAIClientTests : EmulatorTest
{
    private OpenAIClientOptions ClientOptions => new() { Endpoint = Host.GetBaseUrl("upstage"), RetryPolicy = new ClientRetryPolicy(0) };

    private ChatClient Chat(string key = "any-key") => new("solar-pro4", new ApiKeyCredential(key), ClientOptions);

    [Fact]
    public async Task OpenAI_Completes()
    {
        ChatCompletion completion = await Chat().CompleteChatAsync([new SystemChatMessage("공손하게 답해 주세요"), new UserChatMessage("안녕하세요, 바우처가 무엇인가요?")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("solar-pro4-260806", completion.Model);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Contains("바우처가 무엇인가요?", completion.Content[0].Text, StringComparison.Ordinal);
        var call = Assert.Single(Host.Requests);
        Assert.Equal((call.InputTokens, call.OutputTokens), (completion.Usage.InputTokenCount, completion.Usage.OutputTokenCount));
    }

    [Fact]
    public async Task OpenAI_Streams()
    {
        var text = "";
        ChatTokenUsage? usage = null;
        ChatFinishReason? reason = null;
        await foreach (var update in Chat().CompleteChatStreamingAsync([new UserChatMessage("바우처가 무엇인가요?")], cancellationToken: TestContext.Current.CancellationToken))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            usage ??= update.Usage;
            reason ??= update.FinishReason;
        }

        Assert.Contains("바우처가 무엇인가요?", text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, reason);
        Assert.Equal(Assert.Single(Host.Requests).OutputTokens, usage!.OutputTokenCount);
    }

    [Fact]
    public async Task OpenAI_CallsATool()
    {
        var tool = ChatTool.CreateFunctionTool("get_weather", "Weather of a city", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

        ChatCompletion completion = await Chat().CompleteChatAsync([new UserChatMessage("서울 날씨 알려줘")], new ChatCompletionOptions { Tools = { tool } }, TestContext.Current.CancellationToken);

        Assert.Equal(ChatFinishReason.ToolCalls, completion.FinishReason);
        var call = Assert.Single(completion.ToolCalls);
        Assert.Equal(("get_weather", """{"city":"서울"}"""), (call.FunctionName, call.FunctionArguments.ToString()));
    }

    [Fact]
    public async Task OpenAI_Embeds()
    {
        var client = new EmbeddingClient("solar-embedding-2-passage", new ApiKeyCredential("any-key"), ClientOptions);

        OpenAIEmbeddingCollection embeddings = await client.GenerateEmbeddingsAsync(["환불 신청 방법", "환불은 어떻게 신청하나요?", "오늘 점심 메뉴"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, embeddings.Count);
        Assert.All(embeddings, embedding => Assert.Equal(1024, embedding.ToFloats().Length));
        Assert.True(Vectors.Cosine(embeddings[0].ToFloats().Span, embeddings[1].ToFloats().Span) > Vectors.Cosine(embeddings[0].ToFloats().Span, embeddings[2].ToFloats().Span));
        Assert.Equal(Assert.Single(Host.Requests).InputTokens, embeddings.Usage.InputTokenCount);
    }

    [Fact]
    public async Task OpenAI_WithTheInvalidKey_SeesTheError()
    {
        var exception = await Assert.ThrowsAsync<ClientResultException>(() => Chat("invalid").CompleteChatAsync([new UserChatMessage("안녕")], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(401, exception.Status);
        Assert.Contains("invalid_api_key", exception.Message, StringComparison.Ordinal);
    }
}
