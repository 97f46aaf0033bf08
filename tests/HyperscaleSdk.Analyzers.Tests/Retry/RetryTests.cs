using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.Retry;

public sealed class RetryTests
{
    private const string Types = """
        namespace Polly
        {
            public sealed class ResiliencePipeline { public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> run) => run(default); }
        }

        public sealed class HyperscaleRateLimitException : Exception;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("for", """for (var i = 0; i < 3; i++) { try { await [|chat.GetResponseAsync("x")|]; return; } catch (Exception) { await Task.Yield(); } }""")]
    [InlineData("while", """while (true) { try { await [|chat.GetResponseAsync("x")|]; break; } catch (TimeoutException) { } }""")]
    [InlineData("attempts", """var attempts = 0; var ok = false; while (!ok && attempts < 3) { try { await [|chat.GetResponseAsync("x")|]; ok = true; } catch { attempts++; } }""")]
    [InlineData("again in catch", """try { await [|chat.GetResponseAsync("x")|]; } catch (Exception) { await chat.GetResponseAsync("x"); }""")]
    [InlineData("goto", """again: try { await [|chat.GetResponseAsync("x")|]; } catch (Exception) { await Task.Yield(); goto again; }""")]
    [InlineData("counted in the filter", """var i = 0; while (true) { try { await [|chat.GetResponseAsync("x")|]; return; } catch (Exception) when (i++ < 3) { } }""")]
    [InlineData("embedding", """for (var i = 0; i < 3; i++) { try { await [|embeddings.GenerateAsync(["x"])|]; return; } catch (Exception) { } }""")]
    [InlineData("stream", """for (var i = 0; i < 3; i++) { try { await foreach (var u in [|chat.GetStreamingResponseAsync("x")|]) { GC.KeepAlive(u); } return; } catch (Exception) { } }""")]
    [InlineData("pipeline", """await pipeline.ExecuteAsync(async token => await [|chat.GetResponseAsync("x", cancellationToken: token)|]);""")]
    [InlineData("helper", """await RetryAsync(() => [|chat.GetResponseAsync("x")|]);""")]
    public async Task Call_SentAgain_IsReported(string variant, string body) =>
        Assert.True((await Test(body).RunAsync(Cancellation)).Count == 1, variant);

    [Theory]
    [InlineData("request id", """var o = new ChatOptions { AdditionalProperties = new() { ["Idempotency-Key"] = "k" } }; for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x", o); return; } catch (Exception) { } }""")]
    [InlineData("rate limit", """for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } catch (HyperscaleRateLimitException) { } }""")]
    [InlineData("not sent", """for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } catch (System.Net.Sockets.SocketException) { } }""")]
    [InlineData("429", """for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } catch (System.Net.Http.HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { } }""")]
    [InlineData("rethrown", """for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } catch (Exception) { throw; } }""")]
    [InlineData("work items", """for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x" + i); } catch (Exception) { failed++; } } GC.KeepAlive(failed);""")]
    [InlineData("fallback", """try { await chat.GetResponseAsync("x"); } catch (Exception) { await other.GetResponseAsync("x"); }""")]
    [InlineData("no retry", """await chat.GetResponseAsync("x");""")]
    public async Task Call_SentOnceOrTold_IsNotReported(string variant, string body) =>
        Assert.True((await Test(body).RunAsync(Cancellation)).Count == 0, variant);

    [Theory]
    [InlineData("""services.AddHttpClient("solar", c => c.BaseAddress = new Uri("https://api.upstage.ai/v1")).[|AddStandardResilienceHandler|]()""")]
    [InlineData("""services.ConfigureHttpClientDefaults(http => http.[|AddStandardResilienceHandler|]())""")]
    [InlineData("""services.AddHttpClient("other", c => c.BaseAddress = new Uri("https://example.kr")).AddStandardResilienceHandler()""")]
    [InlineData("""services.AddHttpClient("solar", c => c.BaseAddress = new Uri("https://api.upstage.ai/v1")).AddStandardResilienceHandler(o => o.DisableForUnsafeHttpMethods())""")]
    public async Task Handler_ThatRepeatsRequests_IsReportedWhereItIsRegistered(string registration) => await AnalyzerTest.For<RetryAnalyzer>().WithSource($$"""
        using HyperscaleSdk;
        using System.Net.Http;

        public static class Startup
        {
            public static void Configure(ServiceCollection services)
            {
                services.AddHyperscale().AddUpstage();
                GC.KeepAlive({{registration}});
            }
        }
        """).WithSource("""
        using System.Net.Http;

        namespace HyperscaleSdk
        {
            public sealed class HyperscaleBuilder { public HyperscaleBuilder AddUpstage() => this; }
            public sealed class ServiceCollection
            {
                public HyperscaleBuilder AddHyperscale() => new();
                public HttpBuilder AddHttpClient(string name, Action<HttpClient> configure) => new();
                public ServiceCollection ConfigureHttpClientDefaults(Action<HttpBuilder> configure) => this;
            }
            public sealed class HttpBuilder
            {
                public HttpBuilder AddStandardResilienceHandler() => this;
                public HttpBuilder AddStandardResilienceHandler(Action<RetryOptions> configure) => this;
            }
            public sealed class RetryOptions { public void DisableForUnsafeHttpMethods() { } }
        }
        """).RunAsync(Cancellation);

    [Fact]
    public async Task Message_InKorean_NamesTheWayOut()
    {
        var diagnostics = await Test("""try { await [|chat.GetResponseAsync("x")|]; } catch (Exception) { await chat.GetResponseAsync("x"); }""").WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.Contains("같은 요청 ID", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    private static AnalyzerTest<RetryAnalyzer> Test(string body) => AnalyzerTest.For<RetryAnalyzer>().WithSource($$"""
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            public async Task RunAsync(IChatClient chat, IChatClient other, Polly.ResiliencePipeline pipeline, IEmbeddingGenerator<string, Embedding<float>> embeddings, int failed = 0)
            {
                {{body}}
                await Task.Yield();
            }

            private static Task<T> RetryAsync<T>(Func<Task<T>> run) => run();
        }
        """).WithSource(Types);
}
