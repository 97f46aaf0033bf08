// Stand-ins for the parts of HyperscaleSdk that the snippets do not reference.
using Microsoft.Extensions.AI;

namespace HyperscaleSdk
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public sealed class GeneratedClientAttribute(string providerId) : Attribute
    {
        public string ProviderId { get; } = providerId;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class PromptSafeAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All)]
    public sealed class ChildDataAttribute : Attribute;

    public interface IUsageLedger;

    public static class HyperscaleClientExtensions
    {
        public static IChatClient UsePersonalDataGuard(this IChatClient client) => client;

        public static IEmbeddingGenerator<string, Embedding<float>> UsePersonalDataGuard(this IEmbeddingGenerator<string, Embedding<float>> generator) => generator;

        public static IChatClient UseUsageLedger(this IChatClient client, IUsageLedger ledger) => client;

        public static ChatClientBuilder UsePersonalDataGuard(this ChatClientBuilder builder) => builder;

        public static ChatClientBuilder UseUsageLedger(this ChatClientBuilder builder, IUsageLedger ledger) => builder;
    }
}

namespace Upstage
{
    [HyperscaleSdk.GeneratedClient("upstage")]
    public sealed class UpstageClient(HttpClient http)
    {
        public HttpClient Http { get; } = http;

        public Task<ChatCompletion> CreateChatCompletionAsync(ChatCompletionRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new ChatCompletion(""));

        public Task<float[]> CreateEmbeddingAsync(string input, string model = "embedding-query", CancellationToken cancellationToken = default) => Task.FromResult(Array.Empty<float>());
    }

    public sealed record ChatCompletionRequest
    {
        public required string Model { get; init; }

        public required IReadOnlyList<ChatCompletionMessage> Messages { get; init; }

        public string? User { get; init; }

        public double? Temperature { get; init; }
    }

    public sealed record ChatCompletionMessage(string Role, string Content);

    public sealed record ChatCompletion(string Text);
}

namespace ClovaStudio
{
    [HyperscaleSdk.GeneratedClient("naver-clovastudio")]
    public sealed class ClovaStudioClient
    {
        public Task<string> ChatAsync(string model, ClovaRequest body, CancellationToken cancellationToken = default) => Task.FromResult("");

        public Task<string> SummarizeAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult("");
    }

    public sealed class ClovaRequest
    {
        public List<ClovaMessage> Messages { get; set; } = [];

        public double TopP { get; set; }
    }

    public sealed class ClovaMessage
    {
        public string Role { get; set; } = "user";

        public string Content { get; set; } = "";
    }
}
