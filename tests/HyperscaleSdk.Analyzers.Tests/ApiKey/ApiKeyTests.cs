using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.ApiKey;

public sealed class ApiKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("option", """var o = new UpstageOptions { ApiKey = [|"9f8a7b6c5d4e3f2a"|] };""")]
    [InlineData("option of a known form", """var o = new UpstageOptions { ApiKey = [|"up_Jx83kd02LmQp47Zt91Ws6Yb5"|] };""")]
    [InlineData("option later", """var o = new UpstageOptions(); o.ApiKey = [|"9f8a7b6c5d4e3f2a"|];""")]
    [InlineData("option in a lambda", """services.AddUpstage(o => o.ApiKey = [|"9f8a7b6c5d4e3f2a"|]);""")]
    [InlineData("constructor", """var c = new OpenAIClient([|"9f8a7b6c5d4e3f2a"|]);""")]
    [InlineData("credential", """var c = new OpenAIClient(new ApiKeyCredential([|"9f8a7b6c5d4e3f2a"|]));""")]
    [InlineData("named argument", """var c = new OpenAIClient(apiKey: [|"9f8a7b6c5d4e3f2a"|]);""")]
    [InlineData("constant concatenation", """var o = new UpstageOptions { ApiKey = [|"9f8a7b" + "6c5d4e3f2a"|] };""")]
    [InlineData("known form in parts", """var c = new OpenAIClient([|"sk-" + "proj-4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("interpolated constant", """const string Tail = "4fK82mQx91"; var c = new OpenAIClient([|$"org1-{Tail}"|]);""")]
    [InlineData("local of a key's name", """var apiKey = [|"4fK82mQx91LpZ7vB3nT6"|]; var c = new OpenAIClient(apiKey);""")]
    [InlineData("local of another name", """var text = "4fK82mQx91LpZ7vB3nT6"; var c = new OpenAIClient([|text|]);""")]
    [InlineData("local constant", """const string K = "4fK82mQx91LpZ7vB3nT6"; var c = new ApiKeyCredential([|K|]);""")]
    [InlineData("fallback", """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? [|"9f8a7b6c5d4e3f2a"|] };""")]
    [InlineData("arm", """var o = new UpstageOptions { ApiKey = flag ? given : [|"9f8a7b6c5d4e3f2a"|] };""")]
    [InlineData("authorization", """http.DefaultRequestHeaders.Add("Authorization", [|"Bearer 4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("authorization of a known form", """http.DefaultRequestHeaders.Add("Authorization", [|"Bearer nv-4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("x-api-key", """http.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("legacy NCP", """http.DefaultRequestHeaders.Add("X-NCP-APIGW-API-KEY", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("apikey", """http.DefaultRequestHeaders.Add("apikey", [|"U2FsdGVkX18a9"|]);""")]
    [InlineData("Ocp-Apim", """http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("header value", """http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("request message", """using var m = new HttpRequestMessage(); m.Headers.Add("api-key", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("dictionary of headers", """var h = new Dictionary<string, string> { ["x-api-key"] = [|"4fK82mQx91LpZ7vB3nT6"|] };""")]
    [InlineData("dictionary with Add", """var h = new Dictionary<string, string> { { "x-api-key", [|"4fK82mQx91LpZ7vB3nT6"|] } };""")]
    [InlineData("settings in memory", """var s = new Dictionary<string, string?> { ["Hyperscale:upstage:ApiKey"] = [|"4fK82mQx91LpZ7vB3nT6"|] };""")]
    [InlineData("query of an AI host", """_ = http.GetStringAsync([|"https://generativelanguage.googleapis.com/v1/models?key=4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("query in parts", """const string K = "4fK82mQx91LpZ7vB3nT6"; _ = http.GetStringAsync([|$"https://api.upstage.ai/v1/models?api_key={K}"|]);""")]
    [InlineData("words", """var o = new UpstageOptions { ApiKey = [|"kimchi-stew-for-lunch"|] };""")]
    [InlineData("environment set", """Environment.SetEnvironmentVariable("UPSTAGE_API_KEY", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("declared and put together", """const string ApiKey = [|"4fK82mQx91LpZ7vB3nT6"|]; http.DefaultRequestHeaders.Add("Authorization", "Bearer " + ApiKey); _ = http.GetStringAsync($"https://api.upstage.ai/v1?api_key={ApiKey}");""")]
    [InlineData("target typed header", """http.DefaultRequestHeaders.Authorization = new("Bearer", [|"4fK82mQx91LpZ7vB3nT6"|]);""")]
    [InlineData("known form anywhere", """Console.WriteLine([|"nv-4fK82mQx91LpZ7vB3nT6"|].Length);""")]
    [InlineData("known form beside loopback", """var o = new UpstageOptions { BaseAddress = new Uri("http://127.0.0.1:1/"), ApiKey = [|"flp_4fK82mQx91LpZ7vB3nT6"|] };""")]
    public async Task Key_InSource_IsReported(string variant, string body)
    {
        var diagnostics = await ApiKeySnippets.Test(ApiKeySnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.All(diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Diagnostic.Severity));
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain("4fK82", diagnostic.Diagnostic.ToString(), StringComparison.Ordinal));
        Assert.True(diagnostics.Count == 1, variant);
    }

    [Theory]
    [InlineData("""public const string UpstageApiKey = [|"4fK82mQx91LpZ7vB3nT6"|]; public object C { get; } = new OpenAI.OpenAIClient(UpstageApiKey);""")]
    [InlineData("""private static readonly string ApiKey = [|"4fK82mQx91LpZ7vB3nT6"|]; public object C { get; } = new OpenAI.OpenAIClient(ApiKey);""")]
    [InlineData("""private static string ApiKey => [|"4fK82mQx91LpZ7vB3nT6"|]; public object C { get; } = new OpenAI.OpenAIClient(ApiKey);""")]
    [InlineData("""private static string ApiKey { get; } = [|"4fK82mQx91LpZ7vB3nT6"|]; public object C { get; } = new OpenAI.OpenAIClient(ApiKey);""")]
    [InlineData("""private const string K = "4fK82mQx91LpZ7vB3nT6"; public object C { get; } = new OpenAI.OpenAIClient([|K|]);""")]
    public async Task Key_InMember_IsReportedOnce(string members)
        => await ApiKeySnippets.Test("public sealed class Desk { " + members + " }").RunAsync(Cancellation);

    [Theory]
    [InlineData("empty", """var o = new UpstageOptions { ApiKey = "" };""")]
    [InlineData("angle brackets", """var o = new UpstageOptions { ApiKey = "<your key number 1>" };""")]
    [InlineData("your key", """var o = new UpstageOptions { ApiKey = "YOUR_API_KEY_1" };""")]
    [InlineData("your key hyphenated", """var o = new UpstageOptions { ApiKey = "your-api-key-123" };""")]
    [InlineData("test", """var o = new UpstageOptions { ApiKey = "test" }; var p = new UpstageOptions { ApiKey = "test-key-1234567" };""")]
    [InlineData("dummy", """var c = new OpenAIClient("dummy-key-12345678");""")]
    [InlineData("crosses", """var c = new OpenAIClient("sk-xxxxxxxxxxxxxxxxxxxxxxxx");""")]
    [InlineData("crosses with head", """var c = new OpenAIClient("nv-XXXXXXXXXXXXXXXX1234");""")]
    [InlineData("template", """var c = new OpenAIClient("${UPSTAGE_API_KEY}"); var d = new OpenAIClient("{{ upstage_key_2 }}");""")]
    [InlineData("invalid", """var o = new UpstageOptions { ApiKey = "invalid" };""")]
    [InlineData("Korean", """var o = new UpstageOptions { ApiKey = "여기에-키를-넣으세요-1" };""")]
    [InlineData("dots", """var o = new UpstageOptions { ApiKey = "up_..." };""")]
    [InlineData("words", """var o = new UpstageOptions { ApiKey = "user:password" }; var p = new UpstageOptions { ApiKey = "any" };""")]
    [InlineData("environment", """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY2") };""")]
    [InlineData("environment fallback to empty", """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? "" };""")]
    [InlineData("given", """var c = new OpenAIClient(given);""")]
    [InlineData("given in header", """http.DefaultRequestHeaders.Add("Authorization", $"Bearer {given}");""")]
    [InlineData("other header", """http.DefaultRequestHeaders.Add("X-Request-Id", "4fK82mQx91LpZ7vB3nT6");""")]
    [InlineData("name of a header", """http.DefaultRequestHeaders.Add("X-NCP-CLOVASTUDIO-API-KEY", given);""")]
    [InlineData("name of a setting", """var apiKey = "Hyperscale:upstage:ApiKey1"; Console.WriteLine(apiKey);""")]
    [InlineData("name looked up", """var k = Other.Map.GetKey("upstage-main-2024");""")]
    [InlineData("other key", """var m = new Other.Map("4fK82mQx91LpZ7vB3nT6");""")]
    [InlineData("compared", """if (given == "nv-4fK82mQx91LpZ7vB3nT6" || given.StartsWith("sk-4fK82mQx91LpZ7vB3nT6")) { }""")]
    [InlineData("head only", """if (given.StartsWith("nv-")) { } var s = "sk-" + given;""")]
    [InlineData("style name", """Console.WriteLine("nv-sidebar-item-collapsed-2");""")]
    [InlineData("loopback emulator", """var o = new UpstageOptions { BaseAddress = new Uri("http://127.0.0.1:8080/upstage/v1"), ApiKey = "emulator1key22" };""")]
    [InlineData("loopback in a lambda", """services.AddUpstage(o => { o.BaseAddress = new Uri("http://localhost:8080/v1"); o.ApiKey = "9f8a7b6c5d4e3f2a"; });""")]
    [InlineData("query of another host", """_ = http.GetStringAsync("https://maps.example.kr/tiles?key=4fK82mQx91LpZ7vB3nT6");""")]
    [InlineData("query without key", """_ = http.GetStringAsync($"https://api.upstage.ai/v1/models?api_key={given}");""")]
    [InlineData("scheme", """http.DefaultRequestHeaders.Add("Authorization", "Negotiate"); http.DefaultRequestHeaders.Add("Authorization", "Bearer");""")]
    [InlineData("name of a header as option", """var o = new UpstageOptions { ApiKey = "x-upstage-api-key" };""")]
    [InlineData("key of a table", """var p = new Microsoft.Extensions.AI.AdditionalPropertiesDictionary(); p.Add("reasoning-effort-v2", 1); p["safety-mode-2026a"] = 2; p.TryGetValue("max-tokens-v2x", out _);""")]
    [InlineData("nameof", """var s = new Dictionary<string, string> { ["ApiKey"] = nameof(UpstageOptions.ApiKey) };""")]
    public async Task Text_NoKey_IsNotReported(string variant, string body)
    {
        var diagnostics = await ApiKeySnippets.Test(ApiKeySnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Fact]
    public async Task Key_InTestProject_IsReported()
        => await ApiKeySnippets.Test(ApiKeySnippets.InMethod("""var c = new OpenAIClient([|"9f8a7b6c5d4e3f2a"|]);""")).WithProperty("IsTestProject", "true").RunAsync(Cancellation);

    [Fact]
    public async Task Message_InKorean_NamesTheArticle()
    {
        var diagnostics = await ApiKeySnippets.Test(ApiKeySnippets.InMethod("""var c = new OpenAIClient([|"9f8a7b6c5d4e3f2a"|]);""")).WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.Contains("개인정보 보호법 제29조", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
