using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ModelNotPinned;

public sealed class ModelNotPinnedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|"latest"|] })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|"solar-pro-latest"|] })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|Models.Newest|] })""")]
    [InlineData("""embeddings.GenerateAsync(["문장"], new EmbeddingGenerationOptions { ModelId = [|"default"|] })""")]
    [InlineData("""new OpenAI.Chat.ChatClient(model: [|"gpt-latest"|]).CompleteChatAsync("질문")""")]
    public async Task Model_Alias_IsReported(string call) => await Run(call, "true");

    [Theory]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = "solar-pro4-260806" })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = "HCX-007" })""")]
    [InlineData("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = Environment.GetEnvironmentVariable("MODEL") })""")]
    [InlineData("""chat.GetResponseAsync("latest")""")]
    [InlineData("""Task.FromResult(new Other { ModelId = "latest" })""")]
    public async Task Model_PinnedOrNoModel_IsNotReported(string call) => await Run(call, "true");

    [Fact]
    public async Task Model_AliasOutsideVoucherProject_IsNotReported() =>
        await Run("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = "latest" })""", "false");

    [Fact]
    public async Task Message_Korean_NamesTheAlias()
    {
        var diagnostics = await Run("""chat.GetResponseAsync("질문", new ChatOptions { ModelId = [|"latest"|] })""", "true");

        Assert.Equal("'latest'은(는) 별칭이라 바우처 기간에 모델과 단가가 바뀔 수 있습니다. 협약에 적힌 버전을 지정하십시오", Assert.Single(diagnostics).Message);
    }

    private static Task<IReadOnlyList<ReportedDiagnostic>> Run(string call, string voucher) => AnalyzerTest.For<ModelNotPinnedAnalyzer>()
        .WithProperty("HyperscaleVoucher", voucher).WithCulture("ko-KR").WithSource($$"""
            using Microsoft.Extensions.AI;

            public static class Models { public const string Newest = "solar-latest"; }

            public sealed class Other { public string ModelId { get; set; } = ""; }

            public sealed class Bot(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embeddings)
            {
                public Task AskAsync() => {{call}};

                private object[] Used => [chat, embeddings];
            }

            namespace OpenAI.Chat
            {
                public sealed class ChatClient(string model) { public Task CompleteChatAsync(string text) => Task.FromResult(model + text); }
            }
            """).RunAsync(Cancellation);
}
