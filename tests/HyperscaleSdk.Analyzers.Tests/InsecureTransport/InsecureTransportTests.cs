using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.InsecureTransport;

public sealed class InsecureTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("option", """var o = new UpstageOptions { BaseAddress = new Uri([|"http://ai.example.kr/v1"|]) };""")]
    [InlineData("option later", """var o = new UpstageOptions(); o.BaseAddress = new Uri([|"http://api.upstage.ai/v1"|]);""")]
    [InlineData("constructor", """var c = new OpenAIClient(new Uri([|"http://ai.example.kr/v1"|]));""")]
    [InlineData("text", """var c = new OllamaApiClient([|"http://ollama.example.kr"|]);""")]
    [InlineData("supplier's host", """http.BaseAddress = new Uri([|"http://api.upstage.ai/v1"|]);""")]
    [InlineData("supplier's host in a call", """_ = http.GetStringAsync([|"http://clovastudio.stream.ntruss.com/v3/models"|]);""")]
    [InlineData("interpolated path", """_ = http.GetStringAsync($"[|http://api.openai.com/v1/|]{given}");""")]
    [InlineData("fallback", """var o = new UpstageOptions { BaseAddress = new Uri(Environment.GetEnvironmentVariable("X") ?? [|"http://ai.example.kr/v1"|]) };""")]
    [InlineData("constant", """const string Address = "http://ai.example.kr/v1"; var o = new UpstageOptions { BaseAddress = new Uri([|Address|]) };""")]
    [InlineData("supplier's host as constant", """const string Address = [|"http://api.upstage.ai/v1"|]; var o = new UpstageOptions { BaseAddress = new Uri(Address) };""")]
    [InlineData("service point", """System.Net.ServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) => true|];""")]
    [InlineData("lambda", """handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];""")]
    [InlineData("lambda with block", """handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => { Console.WriteLine(d); return true; }|];""")]
    [InlineData("initializer", """using var h = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] };""")]
    [InlineData("method group", """handler.ServerCertificateCustomValidationCallback = [|All|];""")]
    [InlineData("local function", """static bool Yes(object a, object? b, object? c, SslPolicyErrors d) => true; handler.ServerCertificateCustomValidationCallback = [|Yes|];""")]
    [InlineData("validator", """handler.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];""")]
    [InlineData("sockets", """var h = new SocketsHttpHandler(); h.SslOptions.RemoteCertificateValidationCallback = [|(_, _, _, _) => true|];""")]
    [InlineData("stream", """using var s = new SslStream(stream, false, [|(_, _, _, _) => true|]);""")]
    [InlineData("delegate local", """RemoteCertificateValidationCallback f = [|(_, _, _, _) => (true)|];""")]
    public async Task Transport_Insecure_IsReported(string variant, string body)
    {
        var diagnostics = await TransportSnippets.Test(body).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 1 && diagnostics[0].Diagnostic.Severity == DiagnosticSeverity.Error, variant);
    }

    [Theory]
    [InlineData("https", """var o = new UpstageOptions { BaseAddress = new Uri("https://ai.example.kr/v1") };""")]
    [InlineData("loopback", """var o = new UpstageOptions { BaseAddress = new Uri("http://127.0.0.1:8080/v1") }; var c = new OllamaApiClient("http://localhost:11434");""")]
    [InlineData("whole loopback range", """var c = new OllamaApiClient("http://127.4.5.6:11434"); var d = new OllamaApiClient("http://[::1]:11434");""")]
    [InlineData("private ranges", """var c = new OllamaApiClient("http://10.1.2.3"); var d = new OllamaApiClient("http://192.168.0.7:8000/v1"); var e = new OllamaApiClient("http://172.20.1.1"); var f = new OllamaApiClient("http://[fd00::1]/");""")]
    [InlineData("container", """var c = new OllamaApiClient("http://ollama:11434"); var d = new OllamaApiClient("http://llm.corp.internal");""")]
    [InlineData("unix socket", """var h = new SocketsHttpHandler { ConnectCallback = (context, token) => throw new NotSupportedException() }; var c = new OllamaApiClient("http://localhost/v1");""")]
    [InlineData("other host", """http.BaseAddress = new Uri("http://example.kr/"); Console.WriteLine("http://www.w3.org/2000/svg");""")]
    [InlineData("unknown host", """http.BaseAddress = new Uri($"http://{given}/v1"); var o = new UpstageOptions { BaseAddress = new Uri("http://" + given) };""")]
    [InlineData("compared", """if (given.StartsWith("http://api.upstage.ai/")) { }""")]
    [InlineData("checks", """handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;""")]
    [InlineData("checks in a method", """handler.ServerCertificateCustomValidationCallback = Some;""")]
    [InlineData("refuses", """handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => false;""")]
    [InlineData("other delegate", """Func<int, bool> f = _ => true; Console.WriteLine(f(1));""")]
    [InlineData("loopback only", """using var c = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = new Uri("https://localhost:5001") };""")]
    [InlineData("Korean domain", """var o = new UpstageOptions { BaseAddress = new Uri("https://에이아이.한국/v1") };""")]
    public async Task Transport_SecureOrOwnNetwork_IsNotReported(string variant, string body)
    {
        var diagnostics = await TransportSnippets.Test(body).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Fact]
    public async Task Transport_InTestProject_IsNotReported()
        => await TransportSnippets.Test("""handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;""").WithProperty("IsTestProject", "true").RunAsync(Cancellation);

    [Theory]
    [InlineData("ko", "'api.upstage.ai'에 암호화되지 않은 채 전송됩니다(개인정보 보호법 시행령 제30조")]
    [InlineData("en", "The text and the key travel to 'api.upstage.ai' unencrypted (PIPA Decree Art. 30")]
    public async Task Message_NamesTheHostAndTheArticle(string culture, string expected)
    {
        var diagnostics = await TransportSnippets.Test("""http.BaseAddress = new Uri([|"http://api.upstage.ai/v1"|]);""").WithCulture(culture).RunAsync(Cancellation);

        Assert.Contains(expected, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
