using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>The generated OpenAI-compatible chat client and the embedding generator of Upstage (100 texts in a call), through the unified interfaces and with their default options.</summary>
internal sealed class OwnClient(MemoryHandler handler) : IDisposable
{
    private readonly IChatClient _chat = new OpenAICompatibleChatClient(Options(), handler.Client());
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embeddings = new UpstageEmbeddingGenerator(new UpstageOptions { ApiKey = "key", EmbeddingModel = "solar-embedding-2-passage" }, handler.Client());
    private readonly AITool _tool = AIFunctionFactory.CreateDeclaration(ToolQuestion.Name, ToolQuestion.Description, JsonElement.Parse(ToolQuestion.Schema));

    public async Task<int> CompleteAsync()
    {
        var answer = await _chat.GetResponseAsync([new ChatMessage(ChatRole.User, ToolQuestion.Text)]);
        return answer.Messages[0].Text.Length;
    }

    public async Task<int> CallToolAsync()
    {
        var answer = await _chat.GetResponseAsync([new ChatMessage(ChatRole.User, ToolQuestion.Text)], new ChatOptions { Tools = [_tool] });
        return ((FunctionCallContent)answer.Messages[0].Contents[0]).Name.Length;
    }

    public async Task<int> StreamAsync()
    {
        var length = 0;
        await foreach (var update in _chat.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, ToolQuestion.Text)]))
        {
            for (var i = 0; i < update.Contents.Count; i++)
            {
                length += update.Contents[i] is TextContent text ? text.Text.Length : 0;
            }
        }

        return length;
    }

    public async Task<int> EmbedAsync()
    {
        var answer = await _embeddings.GenerateAsync(ToolQuestion.Texts);
        var length = 0;
        foreach (var vector in answer)
        {
            length += vector.Vector.Length;
        }

        return length;
    }

    public void Dispose()
    {
        _chat.Dispose();
        _embeddings.Dispose();
    }

    private static OpenAICompatibleOptions Options() => new() { BaseAddress = new Uri("http://127.0.0.1/v1"), ApiKey = "key", Model = ClientBodies.Model };
}
