using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>The OpenAI package 2.15.0.</summary>
internal sealed class OpenAIPackage(MemoryHandler handler)
{
    private readonly ChatClient _chat = new(ClientBodies.Model, new ApiKeyCredential("key"), Options(handler));
    private readonly EmbeddingClient _embeddings = new(ClientBodies.Model, new ApiKeyCredential("key"), Options(handler));
    private readonly ChatTool _tool = ChatTool.CreateFunctionTool(ToolQuestion.Name, ToolQuestion.Description, BinaryData.FromString(ToolQuestion.Schema));

    public async Task<int> CompleteAsync()
    {
        var answer = await _chat.CompleteChatAsync([new UserChatMessage(ToolQuestion.Text)]);
        return answer.Value.Content[0].Text.Length;
    }

    public async Task<int> CallToolAsync()
    {
        var answer = await _chat.CompleteChatAsync([new UserChatMessage(ToolQuestion.Text)], new ChatCompletionOptions { Tools = { _tool } });
        return answer.Value.ToolCalls[0].FunctionName.Length;
    }

    public async Task<int> StreamAsync()
    {
        var length = 0;
        await foreach (var update in _chat.CompleteChatStreamingAsync([new UserChatMessage(ToolQuestion.Text)]))
        {
            for (var i = 0; i < update.ContentUpdate.Count; i++)
            {
                length += update.ContentUpdate[i].Text.Length;
            }
        }

        return length;
    }

    public async Task<int> EmbedAsync()
    {
        var answer = await _embeddings.GenerateEmbeddingsAsync(ToolQuestion.Texts);
        var length = 0;
        foreach (var vector in answer.Value)
        {
            length += vector.ToFloats().Length;
        }

        return length;
    }

    private static OpenAIClientOptions Options(MemoryHandler handler)
        => new() { Endpoint = new Uri("http://127.0.0.1/v1"), Transport = new HttpClientPipelineTransport(handler.Client()) };
}
