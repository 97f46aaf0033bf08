// Stand-ins for the typed clients that the generator adds to a project.
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
