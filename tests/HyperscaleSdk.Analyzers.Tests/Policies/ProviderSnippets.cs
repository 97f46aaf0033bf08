namespace HyperscaleSdk.Analyzers.Tests.Policies;

/// <summary>The types and policies that the snippets of the policy's rules use.</summary>
internal static class ProviderSnippets
{
    /// <summary>What our generator writes for a provider, cut to what the rules look at.</summary>
    public const string Types = """
        using Microsoft.Extensions.AI;

        namespace HyperscaleSdk
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class GeneratedClientAttribute(string providerId) : Attribute { public string ProviderId { get; } = providerId; }

            [AttributeUsage(AttributeTargets.All)]
            public sealed class AiPurposeAttribute(string id) : Attribute { public string Id { get; } = id; }

            public sealed class HyperscaleBuilder;
            public sealed class UpstageOptions { public Uri? BaseAddress { get; set; } }
            public static class UpstageProvider { public const string Id = "upstage"; }
            public static class UpstageHyperscaleBuilderExtensions
            {
                public static HyperscaleBuilder AddUpstage(this HyperscaleBuilder builder, Action<UpstageOptions>? configure = null) => builder;
            }

            [GeneratedClient("upstage")]
            public sealed class UpstageChatClient(UpstageOptions options) : IChatClient
            {
                public UpstageOptions Options { get; } = options;
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }
        }

        namespace OpenAI
        {
            public sealed class OpenAIClientOptions { public Uri? Endpoint { get; set; } }
        }

        namespace OpenAI.Chat
        {
            public sealed class ChatClient(string model, string key, OpenAI.OpenAIClientOptions? options = null)
            {
                public string Model { get; } = model + key + options;
            }
        }
        """;

    public const string Patient = """
        public sealed class Patient { [HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.Health)] public string? Diagnosis { get; set; } }
        """;

    public const string PolicyPath = "/repo/hyperscale.policy.json";

    public static string Registration(string call) => $$"""
        using HyperscaleSdk;

        public static class Startup
        {
            public static void Configure(HyperscaleBuilder builder)
            {
                {{call}}
            }
        }
        """;

    /// <summary>A policy whose register has Upstage with everything, further members beside.</summary>
    public static string Registered(string more = "", string rest = "") => $$"""
        {
          "version": 1,
          "processors": [
            {
              "id": "upstage", "role": "processor", "contract": "contracts/upstage.pdf", "task": "요약", "subProcessors": [],
              "publishedUrl": "https://example.com/privacy", "trainsOnInput": false, "retentionDays": 30, "deletion": "30일 뒤 삭제", "humanReview": false{{more}}
            }
          ]{{rest}}
        }
        """;
}
