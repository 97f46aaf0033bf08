using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ModelNotPinned;

/// <summary>Models as of a day: served, priced, pinned.</summary>
public sealed class ModelBookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("solar-pro2-251215", "2026-10-29", null)]
    [InlineData("solar-pro2-251215", "2026-10-30", "served no longer since 2026-10-30")]
    [InlineData("solar-pro2", "2026-11-27", "served no longer since 2026-10-30")]
    [InlineData("solar-pro4", "2026-11-27", "'solar-pro4' is an alias")]
    [InlineData("solar-pro4-260806", "2026-11-27", null)]
    [InlineData("HCX-007", "2026-11-27", null)]
    [InlineData("solar-mini4-260922", "2026-10-22", "has no dated price")]
    [InlineData("solar-mini4-260922", "2026-10-23", null)]
    [InlineData("syn-pro-251021", "2026-11-27", "has no dated price")]
    [InlineData("solar-embedding-2-query", "2026-11-27", "has no dated price")]
    [InlineData("somebody-elses-model", "2026-11-27", null)]
    public async Task Model_OfADescriptor_IsJudgedByItsDay(string model, string today, string? message)
    {
        var mark = message is null ? $"\"{model}\"" : $"[|\"{model}\"|]";

        var diagnostics = await Test($"chat.GetResponseAsync(\"질문\", new ChatOptions {{ ModelId = {mark} }})").WithProperty("HyperscaleDate", today).RunAsync(Cancellation);

        Assert.All(diagnostics, diagnostic => Assert.Contains(message!, diagnostic.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "id": "v", "validUntil": "2027-03-31" }""", true)]
    [InlineData("""{ "id": "v", "supplier": "upstage", "validUntil": "2027-03-31" }""", true)]
    [InlineData("""{ "id": "v", "supplier": "naver-clovastudio", "validUntil": "2027-03-31" }""", false)]
    [InlineData("""{ "id": "v", "validUntil": "2026-12-31" }""", false)]
    public async Task Model_ThatEndsBeforeTheVoucher_IsReported(string voucher, bool isReported)
    {
        var mark = isReported ? "[|\"solar-embedding-1-large-query\"|]" : "\"solar-embedding-1-large-query\"";

        var diagnostics = await Test($$"""embeddings.GenerateAsync(["문장"], new EmbeddingGenerationOptions { ModelId = {{mark}} })""").WithProperty("HyperscaleDate", "2026-11-27")
            .WithAdditionalFile("/repo/hyperscale.policy.json", $$"""
                { "version": 1, "vouchers": [ {{voucher}} ],
                  "prices": [ { "provider": "upstage", "model": "solar-embedding-1-large-query", "date": "2026-01-01", "inputPerMillion": 100 } ] }
                """).RunAsync(Cancellation);

        Assert.All(diagnostics, diagnostic => Assert.Contains("ends on 2026-12-31", diagnostic.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-12-01", true)]
    public async Task Price_OfThePolicy_CountsFromItsDay(string from, bool isReported) =>
        await Test($"chat.GetResponseAsync(\"질문\", new ChatOptions {{ ModelId = {(isReported ? "[|\"syn-pro-251021\"|]" : "\"syn-pro-251021\"")} }})").WithProperty("HyperscaleDate", "2026-11-27")
            .WithAdditionalFile("/repo/hyperscale.policy.json", $$"""
                { "version": 1, "prices": [ { "provider": "upstage", "model": "syn-pro-251021", "date": "{{from}}", "inputPerMillion": 100 } ] }
                """).RunAsync(Cancellation);

    [Theory]
    [InlineData("""new OpenAI.Chat.ChatClient(model: [|"gpt-4o-2024-08-06"|]).CompleteChatAsync("질문")""")]
    [InlineData("""new OpenAI.Chat.ChatClient([|Choice|]).CompleteChatAsync("질문")""", """private readonly string Choice = "gpt-latest";""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|Choice|] })""", """private static string Choice => "solar-latest";""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|Choice|] })""", """private static string Choice { get; } = "solar-latest";""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = Environment.GetEnvironmentVariable("MODEL") ?? [|"solar-latest"|] })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = Environment.ProcessorCount > 1 ? [|"solar-latest"|] : "HCX-007" })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = Environment.ProcessorCount switch { 1 => [|"auto"|], _ => "HCX-007" } })""")]
    public async Task Model_ThroughChoicesAndMembers_IsReported(string call, string members = "") => await Test(call, members).RunAsync(Cancellation);

    [Theory]
    [InlineData("""local.GetResponseAsync("질문", new ChatOptions { ModelId = "llama3:latest" })""", """private readonly IChatClient local = new OwnClient("http://localhost:11434");""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = Choice })""", """private string Choice { get; set; } = "solar-latest";""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = _choice })""", """private string _choice = "solar-latest"; public void Set(string choice) => _choice = choice;""")]
    public async Task Model_OfThisMachineOrSetAgain_IsNotReported(string call, string members) => await Test(call, members).RunAsync(Cancellation);

    private static AnalyzerTest<ModelNotPinnedAnalyzer> Test(string call, string members = "") => AnalyzerTest.For<ModelNotPinnedAnalyzer>()
        .WithProperty("HyperscaleVoucher", "true").WithSource($$"""
            using Microsoft.Extensions.AI;

            public sealed class Bot(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embeddings)
            {
                {{members}}

                public Task AskAsync() => {{call}};

                private object[] Used => [chat, embeddings];
            }

            public sealed class OwnClient(string endpoint) : IChatClient
            {
                public string Endpoint { get; } = endpoint;
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }

            namespace OpenAI.Chat
            {
                public sealed class ChatClient(string model) { public Task CompleteChatAsync(string text) => Task.FromResult(model + text); }
            }
            """);
}
