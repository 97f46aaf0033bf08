using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

public sealed class UsageLedgerHttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("literal", """await [|http.PostAsync("https://api.upstage.ai/v1/chat/completions", content)|];""")]
    [InlineData("uri", """await [|http.PostAsync(new Uri("https://clovastudio.stream.ntruss.com/v3/chat-completions/HCX-005"), content)|];""")]
    [InlineData("constant", """const string Url = "https://api.upstage.ai/v1"; await [|http.PostAsync(Url + "/chat/completions", content)|];""")]
    [InlineData("interpolated", """await [|http.PostAsync($"https://api.openai.com/v1/{path}", content)|];""")]
    [InlineData("field", """await [|http.PostAsync($"{Base}/chat/completions", content)|];""")]
    [InlineData("request", """using var r = new HttpRequestMessage(HttpMethod.Post, "https://api.upstage.ai/v1/chat/completions"); await [|http.SendAsync(r)|];""")]
    [InlineData("request property", """using var r = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri("https://api.upstage.ai/v1/chat/completions") }; await [|http.SendAsync(r)|];""")]
    [InlineData("base address in initialiser", """using var own = new HttpClient { BaseAddress = new Uri("https://api.upstage.ai/v1/") }; await [|own.PostAsync("chat/completions", content)|];""")]
    [InlineData("base address later", """using var own = new HttpClient(); own.BaseAddress = new Uri("https://api.upstage.ai/v1/"); await [|own.PostAsync("chat/completions", content)|];""")]
    public async Task Request_ToSuppliersHost_IsReported(string variant, string body)
    {
        var diagnostics = await LedgerSnippets.InVoucherProject(InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Single().Diagnostic.Severity == DiagnosticSeverity.Error, variant);
    }

    [Theory]
    [InlineData("other host", """await http.PostAsync("https://example.kr/api", content);""")]
    [InlineData("loopback", """await http.PostAsync("http://127.0.0.1:5081/upstage/v1/chat/completions", content);""")]
    [InlineData("list of models", """await http.GetAsync("https://api.upstage.ai/v1/models");""")]
    [InlineData("unknown", """await http.PostAsync(path, content);""")]
    [InlineData("host in the query", """await http.PostAsync("https://example.kr/?to=https://api.upstage.ai", content);""")]
    [InlineData("base address of another client", """using var own = new HttpClient { BaseAddress = new Uri("https://api.upstage.ai/v1/") }; await http.PostAsync("orders", content);""")]
    [InlineData("books kept by hand", """await http.PostAsync("https://api.upstage.ai/v1/chat/completions", content); await SettleAsync();""")]
    public async Task Request_ElsewhereOrAccounted_IsNotReported(string variant, string body) =>
        Assert.True((await LedgerSnippets.InVoucherProject(InMethod(body)).RunAsync(Cancellation)).Count == 0, variant);

    [Fact]
    public async Task Request_WithoutAiPackage_IsReportedInVoucherProject() =>
        await TestKit.Analyzers.AnalyzerTest.For<HyperscaleSdk.Analyzers.Rules.UsageLedgerAnalyzer>().WithoutReference("Microsoft.Extensions.AI.Abstractions")
            .WithProperty("HyperscaleVoucher", "true")
            .WithSource(InMethod("""await [|http.PostAsync("https://api.upstage.ai/v1/chat/completions", content)|];""")).RunAsync(Cancellation);

    [Fact]
    public async Task Request_ByNamedClient_IsReported() =>
        await LedgerSnippets.InVoucherProject("""
            using System.Net.Http;
            using Microsoft.Extensions.DependencyInjection;

            public interface IFactory { HttpClient CreateClient(string name); }

            public static class Startup
            {
                public static void Add(IServiceCollection services) => services.AddHttpClient("solar", c => c.BaseAddress = new Uri("https://api.upstage.ai/v1/"));
            }

            public sealed class Desk(IFactory factory)
            {
                public Task RunAsync(HttpContent content) => [|factory.CreateClient("solar").PostAsync("chat/completions", content)|];
            }
            """).WithSource(ContainerSnippets.Types).RunAsync(Cancellation);

    private static string InMethod(string body) => $$"""
        using System.Net.Http;

        public sealed class Desk
        {
            private const string Base = "https://api.upstage.ai/v1";

            public async Task RunAsync(HttpClient http, HttpContent content, string path)
            {
        {{body}}
                await Task.Yield();
                GC.KeepAlive(Base);
            }

            private static Task SettleAsync() => Task.CompletedTask;
        }
        """;
}
