// Stand-ins for other vendors' SDKs, with the names that their packages have.
namespace OpenAI.Chat
{
    public abstract class ChatMessage;

    public sealed class UserChatMessage(string content) : ChatMessage
    {
        public string Content { get; } = content;
    }

    public sealed class SystemChatMessage(string content) : ChatMessage
    {
        public string Content { get; } = content;
    }

    public sealed class ChatCompletion
    {
        public string Text { get; } = "";
    }

    public class ChatClient(string model, string apiKey)
    {
        public string Model { get; } = model + apiKey.Length;

        public virtual Task<ChatCompletion> CompleteChatAsync(params ChatMessage[] messages) => Task.FromResult(new ChatCompletion());

        public virtual Task<ChatCompletion> CompleteChatAsync(IEnumerable<ChatMessage> messages, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(new ChatCompletion());

        public virtual ChatCompletion CompleteChat(params ChatMessage[] messages) => new();
    }
}

namespace OpenAI.Embeddings
{
    public class EmbeddingClient(string model, string apiKey)
    {
        public string Model { get; } = model + apiKey.Length;

        public virtual Task<float[]> GenerateEmbeddingAsync(string input, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(Array.Empty<float>());
    }
}

namespace Anthropic
{
    public sealed class AnthropicClient
    {
        public Messages Messages { get; } = new();
    }

    public sealed class Messages
    {
        public Task<Message> Create(MessageCreateParams parameters, CancellationToken cancellationToken = default) => Task.FromResult(new Message());
    }

    public sealed class Message
    {
        public string Text { get; } = "";
    }

    public sealed record MessageCreateParams
    {
        public required string Model { get; init; }

        public required long MaxTokens { get; init; }

        public string? System { get; init; }

        public required IReadOnlyList<MessageParam> Messages { get; init; }
    }

    public sealed record MessageParam
    {
        public required string Role { get; init; }

        public required string Content { get; init; }
    }
}

namespace Microsoft.SemanticKernel
{
    public sealed class KernelArguments : Dictionary<string, object?>;

    public sealed class FunctionResult;

    public sealed class Kernel
    {
        public Task<FunctionResult> InvokePromptAsync(string promptTemplate, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => Task.FromResult(new FunctionResult());
    }
}

namespace Microsoft.SemanticKernel.ChatCompletion
{
    public sealed class ChatHistory : List<string>
    {
        public void AddUserMessage(string content) => Add(content);

        public void AddSystemMessage(string content) => Add(content);
    }

    public interface IChatCompletionService
    {
        Task<IReadOnlyList<string>> GetChatMessageContentsAsync(ChatHistory chatHistory, object? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
    }
}
