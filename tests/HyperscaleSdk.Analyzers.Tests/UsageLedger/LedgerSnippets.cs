using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

/// <summary>The types that the ledger rule's snippets use.</summary>
internal static class LedgerSnippets
{
    public const string Types = """
        using Microsoft.Extensions.AI;

        public class SolarChatClient(string endpoint = "https://ai.example.kr") : IChatClient
        {
            public string Endpoint { get; } = endpoint;
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }

        public sealed class FakeChatClient : SolarChatClient;

        public sealed class LoggingChatClient(IChatClient inner) : DelegatingChatClient(inner);

        public sealed class SolarEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
        {
            public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }

        public sealed class Service(IChatClient chat) { public IChatClient Chat { get; } = chat; }

        namespace OpenAI.Chat
        {
            public sealed class ChatClient { public Task<string> CompleteChatAsync(string text) => Task.FromResult(text); }
            public static class ChatClientConversions { public static IChatClient AsIChatClient(this ChatClient client) => new SolarChatClient(); }
        }

        namespace HyperscaleSdk
        {
            public interface IUsageLedger;
            public static class UsageLedgerExtensions
            {
                public static IChatClient UseUsageLedger(this IChatClient client, IUsageLedger ledger) => client;
                public static IEmbeddingGenerator<string, Embedding<float>> UseUsageLedger(this IEmbeddingGenerator<string, Embedding<float>> client, IUsageLedger ledger) => client;
                public static IChatClient UseVoucherBudget(this IChatClient client, string voucherId) => client;
                public static IEmbeddingGenerator<string, Embedding<float>> UseVoucherBudget(this IEmbeddingGenerator<string, Embedding<float>> client, string voucherId) => client;
            }
        }
        """;

    public static string InMethod(string body) => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            public async Task RunAsync(IChatClient injected, IUsageLedger ledger, IServiceProvider services, bool flag)
            {
        {{body}}
                await Task.Yield();
            }
        }
        """;

    public static AnalyzerTest<UsageLedgerAnalyzer> Test(string source) =>
        AnalyzerTest.For<UsageLedgerAnalyzer>().WithSource(source).WithSource(Types);

    public static AnalyzerTest<UsageLedgerAnalyzer> InVoucherProject(string source) => Test(source).WithProperty("HyperscaleVoucher", "true");
}
