using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.Retry;

public sealed class RetryCodeFixTests
{
    private const string Refused = """
        namespace HyperscaleSdk { public sealed class HyperscaleRateLimitException : Exception; }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("catch (Exception) { await Task.Yield(); }", "catch (HyperscaleRateLimitException) { await Task.Yield(); }")]
    [InlineData("catch { await Task.Yield(); }", "catch (HyperscaleRateLimitException) { await Task.Yield(); }")]
    [InlineData("catch (Exception e) { GC.KeepAlive(e); }", "catch (HyperscaleRateLimitException e) { GC.KeepAlive(e); }")]
    [InlineData("catch (Exception e) when (i < 2 && e.Message != \"\") { }", "catch (HyperscaleRateLimitException e) when (i < 2 && e.Message != \"\") { }")]
    [InlineData("catch (Exception)\n        {\n        }", "catch (HyperscaleRateLimitException)\n        {\n        }")]
    public async Task Clause_OfALoop_IsNarrowedToWhatWasRefused(string before, string after) =>
        await Test(Loop(before)).WithSource(Refused).WithFixed(Desk(Loop(after))).RunAsync(Cancellation);

    [Fact]
    public async Task Clause_ThatSendsAgain_IsNarrowed() =>
        await Test("""try { await chat.GetResponseAsync("x"); } catch (Exception) { await chat.GetResponseAsync("x"); }""").WithSource(Refused)
            .WithFixed(Desk("""try { await chat.GetResponseAsync("x"); } catch (HyperscaleRateLimitException) { await chat.GetResponseAsync("x"); }""")).RunAsync(Cancellation);

    [Fact]
    public async Task Clause_AroundHttp_IsNarrowedToWhatWasNeverSent() =>
        await Test("""for (var i = 0; i < 3; i++) { try { await http.PostAsync("https://api.upstage.ai/v1/chat/completions", null); return; } catch (Exception) { } }""")
            .WithFixed(Desk("""for (var i = 0; i < 3; i++) { try { await http.PostAsync("https://api.upstage.ai/v1/chat/completions", null); return; } catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError) { } }"""))
            .RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Clauses_FixAll_AreAllNarrowed(FixAllScope scope) =>
        await Test(Loop("catch (Exception) { }") + Loop("catch { }")).WithSource(Refused)
            .WithFixed(Desk(Loop("catch (HyperscaleRateLimitException) { }") + Loop("catch (HyperscaleRateLimitException) { }"))).RunFixAllAsync(scope, Cancellation);

    [Theory]
    [InlineData("""await pipeline.ExecuteAsync(async token => await chat.GetResponseAsync("x", cancellationToken: token));""")]
    [InlineData("""for (var i = 0; i < 3; i++) { try { await foreign.CompleteChatAsync("x"); return; } catch (Exception) { } }""")]
    public async Task Retry_OfAPipelineOrAnotherSdk_OffersNoFix(string body) => await Test(body).WithSource(Refused).RunNoFixAsync(Cancellation);

    [Fact]
    public async Task Clause_WithoutOurException_OffersNoFix() => await Test(Loop("catch (Exception) { }")).RunNoFixAsync(Cancellation);

    private static string Loop(string clause) => $$"""for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } {{clause}} }""";

    private static CodeFixTest<RetryAnalyzer, RetryCodeFixProvider> Test(string body) => CodeFixTest.For<RetryAnalyzer, RetryCodeFixProvider>()
        .WithSource(Desk(body)).WithSource("""
            namespace Polly
            {
                public sealed class ResiliencePipeline { public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> run) => run(default); }
            }

            namespace OpenAI.Chat
            {
                public sealed class ChatClient { public Task<string> CompleteChatAsync(string text) => Task.FromResult(text); }
            }

            namespace HyperscaleSdk { public static class Marker; }
            """);

    private static string Desk(string body) => $$"""
        using System.Net.Http;
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            public async Task RunAsync(IChatClient chat, OpenAI.Chat.ChatClient foreign, HttpClient http, Polly.ResiliencePipeline pipeline)
            {
                {{body}}
                await Task.Yield();
            }
        }
        """;
}
