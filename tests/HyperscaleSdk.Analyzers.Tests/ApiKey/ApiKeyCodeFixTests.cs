using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ApiKey;

public sealed class ApiKeyCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """var o = new UpstageOptions { ApiKey = "9f8a7b6c5d4e3f2a" };""",
        """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? throw new InvalidOperationException("UPSTAGE_API_KEY is not set.") };""")]
    [InlineData(
        """IConfiguration configuration = null!; var o = new UpstageOptions { ApiKey = "9f8a7b6c5d4e3f2a" };""",
        """IConfiguration configuration = null!; var o = new UpstageOptions { ApiKey = configuration["Hyperscale:upstage:ApiKey"] ?? throw new InvalidOperationException("Hyperscale:upstage:ApiKey is not set.") };""")]
    [InlineData(
        """var c = new OpenAIClient(new ApiKeyCredential("nv-4fK82mQx91LpZ7vB3nT6"));""",
        """var c = new OpenAIClient(new ApiKeyCredential(Environment.GetEnvironmentVariable("CLOVASTUDIO_API_KEY") ?? throw new InvalidOperationException("CLOVASTUDIO_API_KEY is not set.")));""")]
    [InlineData(
        """http.DefaultRequestHeaders.Add("Authorization", "Bearer up_Jx83kd02LmQp47Zt91Ws6Yb5");""",
        """http.DefaultRequestHeaders.Add("Authorization", "Bearer " + (Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? throw new InvalidOperationException("UPSTAGE_API_KEY is not set.")));""")]
    [InlineData(
        """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? "9f8a7b6c5d4e3f2a" };""",
        """var o = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? throw new InvalidOperationException("UPSTAGE_API_KEY is not set.") };""")]
    [InlineData(
        """const string ApiKey = "4fK82mQx91LpZ7vB3nT6"; var c = new OpenAIClient(ApiKey);""",
        """string ApiKey = Environment.GetEnvironmentVariable("API_KEY") ?? throw new InvalidOperationException("API_KEY is not set."); var c = new OpenAIClient(ApiKey);""")]
    public async Task Key_InMethod_IsReadInstead(string before, string after)
        => await Test(ApiKeySnippets.InMethod(before)).WithFixed(ApiKeySnippets.InMethod(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Constant_OfClass_BecomesReadOnly()
        => await Test("""
            internal static class Keys
            {
                internal const string SolarApiKey = "4fK82mQx91LpZ7vB3nT6";
            }
            """).WithFixed("""
            internal static class Keys
            {
                internal static readonly string SolarApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? throw new InvalidOperationException("UPSTAGE_API_KEY is not set.");
            }
            """).RunAsync(Cancellation);

    [Fact]
    public async Task Keys_FixAll_AreAllRead()
        => await Test(ApiKeySnippets.InMethod("""var a = new UpstageOptions { ApiKey = "9f8a7b6c5d4e3f2a" }; var b = new OpenAIClient("9f8a7b6c5d4e3f2a");"""))
            .WithFixed(ApiKeySnippets.InMethod("""var a = new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") ?? throw new InvalidOperationException("UPSTAGE_API_KEY is not set.") }; var b = new OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? throw new InvalidOperationException("OPENAI_API_KEY is not set."));"""))
            .RunFixAllAsync(Cancellation);

    [Fact]
    public async Task Constant_NeededAsConstant_OffersNoFix()
        => await Test("""
            public sealed class Desk
            {
                private const string ApiKey = "4fK82mQx91LpZ7vB3nT6";

                public void Run(string key = ApiKey) { }
            }
            """).RunNoFixAsync(Cancellation);

    [Fact]
    public async Task Query_OffersNoFix()
        => await Test(ApiKeySnippets.InMethod("""_ = http.GetStringAsync("https://api.upstage.ai/v1/models?api_key=4fK82mQx91LpZ7vB3nT6");""")).RunNoFixAsync(Cancellation);

    private static CodeFixTest<ApiKeyAnalyzer, ApiKeyCodeFixProvider> Test(string source) =>
        CodeFixTest.For<ApiKeyAnalyzer, ApiKeyCodeFixProvider>().WithSource(source).WithSource(ApiKeySnippets.Types);
}
