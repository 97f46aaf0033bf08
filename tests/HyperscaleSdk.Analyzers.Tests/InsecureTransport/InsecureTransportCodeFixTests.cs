using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.InsecureTransport;

public sealed class InsecureTransportCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""http.BaseAddress = new Uri("http://api.upstage.ai/v1");""", """http.BaseAddress = new Uri("https://api.upstage.ai/v1");""")]
    [InlineData("""_ = http.GetStringAsync($"http://api.openai.com/v1/{given}");""", """_ = http.GetStringAsync($"https://api.openai.com/v1/{given}");""")]
    [InlineData("""using var h = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };""", """using var h = new HttpClientHandler();""")]
    [InlineData(
        """using var h = new HttpClientHandler { UseCookies = false, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };""",
        """using var h = new HttpClientHandler { UseCookies = false };""")]
    public async Task Transport_Insecure_IsMadeSecure(string before, string after)
        => await Test(before).WithFixed(TransportSnippets.InMethod(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Statement_WithCallback_IsRemoved()
        => await Test("        handler.ServerCertificateCustomValidationCallback = All;\n        Console.WriteLine(given);")
            .WithFixed(TransportSnippets.InMethod("        Console.WriteLine(given);")).RunAsync(Cancellation);

    [Fact]
    public async Task Addresses_FixAll_AreAllEncrypted()
        => await Test("""http.BaseAddress = new Uri("http://api.upstage.ai/v1"); var c = new OllamaApiClient("http://ollama.example.kr");""")
            .WithFixed(TransportSnippets.InMethod("""http.BaseAddress = new Uri("https://api.upstage.ai/v1"); var c = new OllamaApiClient("https://ollama.example.kr");"""))
            .RunFixAllAsync(Cancellation);

    [Theory]
    [InlineData("""var c = new OllamaApiClient("http://ollama.example.kr:11434");""")]
    [InlineData("""RemoteCertificateValidationCallback f = (_, _, _, _) => true;""")]
    public async Task Transport_NoSafeChange_OffersNoFix(string body) => await Test(body).RunNoFixAsync(Cancellation);

    private static CodeFixTest<InsecureTransportAnalyzer, InsecureTransportCodeFixProvider> Test(string body) =>
        CodeFixTest.For<InsecureTransportAnalyzer, InsecureTransportCodeFixProvider>().WithSource(TransportSnippets.InMethod(body)).WithSource(TransportSnippets.Types);
}
