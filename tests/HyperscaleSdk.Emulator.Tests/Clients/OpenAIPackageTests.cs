using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Providers;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Models;

namespace HyperscaleSdk.Emulator.Tests.Clients;

/// <summary>The OpenAI package for .NET accepts the emulator.</summary>
public sealed class OpenAIPackageTests : ProviderTest
{
    private const string Question = "바우처가 무엇인가요?";

    public static TheoryData<string> Ids => ["openai-compatible", "upstage", "friendli", "rebellions-vllm", "skt-ax", "konan", "liner"];

    public static TheoryData<string> EmbeddingIds => ["openai-compatible", "upstage", "friendli", "rebellions-vllm", "samsung-aios"];

    private static ChatTool Weather => ChatTool.CreateFunctionTool("get_weather", "Weather of a city", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Package_ChatsWholeAndStreamed(string id)
    {
        ChatCompletion completion = await Chat(id).CompleteChatAsync([new SystemChatMessage("공손하게"), new UserChatMessage(Question)], cancellationToken: TestContext.Current.CancellationToken);
        var text = "";
        ChatTokenUsage? usage = null;
        ChatFinishReason? reason = null;
        await foreach (var update in Chat(id).CompleteChatStreamingAsync([new SystemChatMessage("공손하게"), new UserChatMessage(Question)], cancellationToken: TestContext.Current.CancellationToken))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            usage = update.Usage ?? usage;
            reason ??= update.FinishReason;
        }

        Assert.Contains(Question, completion.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(completion.Content[0].Text, text);
        Assert.Equal((ChatFinishReason.Stop, ChatFinishReason.Stop), (completion.FinishReason, reason));
        Assert.Equal(completion.Usage.OutputTokenCount, usage!.OutputTokenCount);
        Assert.Equal([usage.OutputTokenCount, usage.OutputTokenCount], Host.Requests.Select(call => (int)call.OutputTokens));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Package_CallsToolsWholeAndStreamedAndGivesResultsBack(string id)
    {
        var options = new ChatCompletionOptions { Tools = { Weather } };
        ChatCompletion completion = await Chat(id).CompleteChatAsync([new UserChatMessage("서울 날씨 알려줘")], options, TestContext.Current.CancellationToken);
        var arguments = "";
        await foreach (var update in Chat(id).CompleteChatStreamingAsync([new UserChatMessage("서울 날씨 알려줘")], new ChatCompletionOptions { Tools = { Weather } }, TestContext.Current.CancellationToken))
            arguments += string.Concat(update.ToolCallUpdates.Select(call => call.FunctionArgumentsUpdate.ToString()));
        var call = Assert.Single(completion.ToolCalls);
        ChatCompletion answer = await Chat(id).CompleteChatAsync([new UserChatMessage("서울 날씨 알려줘"), new AssistantChatMessage(completion), new ToolChatMessage(call.Id, "맑음, 21도")], options, TestContext.Current.CancellationToken);

        Assert.Equal(("get_weather", """{"city":"서울"}""", """{"city":"서울"}"""), (call.FunctionName, call.FunctionArguments.ToString(), arguments));
        Assert.Contains("맑음, 21도", answer.Content[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EmbeddingIds))]
    public async Task Package_EmbedsAsBase64AndAsFloats(string id)
    {
        var provider = ProviderCases.Get(id);
        var client = new EmbeddingClient(provider.EmbeddingModel, new ApiKeyCredential("any-key"), At(Base(provider, provider.Embeddings!, "/embeddings")));

        // The package asks for Base64 by itself; for floats the request is written by hand.
        OpenAIEmbeddingCollection embeddings = await client.GenerateEmbeddingsAsync(["환불 방법", "점심 메뉴"], cancellationToken: TestContext.Current.CancellationToken);
        var body = BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{provider.EmbeddingModel}}","input":["환불 방법","점심 메뉴"],"encoding_format":"float"}"""));
        var floats = JsonNode.Parse((await client.GenerateEmbeddingsAsync(body)).GetRawResponse().Content.ToString())!["data"]!.AsArray();

        Assert.Equal(2, embeddings.Count);
        for (var i = 0; i < embeddings.Count; i++)
            Assert.Equal(floats[i]!["embedding"]!.AsArray().Select(value => (float)value!), embeddings[i].ToFloats().ToArray());
        Assert.Equal(Host.Requests[0].InputTokens, embeddings.Usage.InputTokenCount);
    }

    [Fact]
    public async Task Package_ReadsSchemaAnswersRefusalsAndModels()
    {
        var format = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("""{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}"""), jsonSchemaIsStrict: true);
        ChatCompletion answer = await Chat("openai-compatible").CompleteChatAsync([new UserChatMessage(Question)], new ChatCompletionOptions { ResponseFormat = format }, TestContext.Current.CancellationToken);
        var models = await new OpenAIModelClient(new ApiKeyCredential("k"), At(Host.GetBaseUrl("openai-compatible"))).GetModelsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(Question, (string?)JsonNode.Parse(answer.Content[0].Text)!["answer"], StringComparison.Ordinal);
        Assert.Equal(["chat-model", "embedding-model"], models.Value.Select(model => model.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Package_WithTheInvalidKey_SeesTheError(string id)
    {
        var exception = await Assert.ThrowsAsync<ClientResultException>(() => Chat(id, "invalid").CompleteChatAsync([new UserChatMessage(Question)], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(401, exception.Status);
    }

    private static OpenAIClientOptions At(Uri endpoint) => new() { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) };

    private ChatClient Chat(string id, string key = "any-key") => new(ProviderCases.Get(id).Model, new ApiKeyCredential(key), At(Host.GetBaseUrl(id)));

    private Uri Base(ProviderCase provider, string path, string operation) => new(Host.BaseAddress, $"/{provider.Id}{path[..^operation.Length]}");
}
