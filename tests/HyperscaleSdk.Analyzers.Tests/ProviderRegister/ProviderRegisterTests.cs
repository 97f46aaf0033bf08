using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ProviderRegister;

public sealed class ProviderRegisterTests
{
    [Theory]
    [InlineData("builder.[|AddUpstage|]();")]
    [InlineData("var chat = new [|UpstageChatClient|](new UpstageOptions());")]
    [InlineData("UpstageChatClient chat = [|new|](new UpstageOptions());")]
    [InlineData("var chat = new [|OpenAI.Chat.ChatClient|](\"gpt\", \"k\");")]
    public async Task Provider_WithoutEntry_IsReported(string call) =>
        await Test(call).WithAdditionalFile(ProviderSnippets.PolicyPath, """{ "version": 1 }""").RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Provider_WithoutPolicy_IsReportedWithTheArticle()
    {
        var diagnostics = await Test("builder.[|AddUpstage|]();").RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("'upstage'", diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("PIPA art. 26", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_WithIncompleteEntry_IsReportedWithWhatIsMissing()
    {
        var diagnostics = await Test("builder.[|AddUpstage|]();")
            .WithAdditionalFile(ProviderSnippets.PolicyPath, """{ "version": 1, "processors": [ {|HSAI0009/1:{ "id": "upstage", "role": "processor", "task": "요약", "publishedUrl": "https://example.com/" }|} ] }""")
            .RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("lacks contract, subProcessors (", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("builder.AddUpstage();")]
    [InlineData("var chat = new UpstageChatClient(new UpstageOptions());")]
    [InlineData("var chat = new OpenAI.Chat.ChatClient(\"solar\", \"k\", new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"https://api.upstage.ai/v1\") });")]
    public async Task Provider_Registered_IsQuiet(string call) =>
        await Test(call).WithAdditionalFile(ProviderSnippets.PolicyPath, ProviderSnippets.Registered()).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("builder.AddUpstage(options => options.BaseAddress = new Uri(\"http://127.0.0.1:5081/upstage/v1\"));")]
    [InlineData("var local = new UpstageOptions { BaseAddress = new Uri(\"http://localhost:5081/\") }; var chat = new UpstageChatClient(local);")]
    public async Task Provider_OnThisMachine_IsQuiet(string call) => await Test(call).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Provider_OnPremises_IsQuiet() => await Test("builder.AddUpstage();")
        .WithAdditionalFile(ProviderSnippets.PolicyPath, """{ "version": 1, "processors": [ { "id": "upstage", "role": "onPremises" } ] }""")
        .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Project_WithoutPersonalData_IsQuiet() => await AnalyzerTest.For<ProviderRegisterAnalyzer>()
        .WithSource(ProviderSnippets.Registration("builder.AddUpstage();")).WithSource(ProviderSnippets.Types)
        .WithSource("public sealed class Order { public string? OrderNo { get; set; } public int Amount { get; set; } }")
        .RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("public record Customer(string Email);")]
    [InlineData("public class Form { public string? JuminNo { get; set; } }")]
    [InlineData("public class 신청서 { public string? 주민등록번호 { get; set; } }")]
    public async Task Project_WithPersonalDataByName_IsReported(string declaration) => await AnalyzerTest.For<ProviderRegisterAnalyzer>()
        .WithSource(ProviderSnippets.Registration("builder.[|AddUpstage|]();")).WithSource(ProviderSnippets.Types).WithSource(declaration)
        .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Project_OfTests_IsQuiet() =>
        await Test("builder.AddUpstage();").WithProperty("IsTestProject", "true").RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("2026-11-27", "builder.AddUpstage();")]
    [InlineData("2027-01-01", "builder.[|AddUpstage|]();")]
    public async Task Finding_SuppressedInThePolicy_IsQuietUntilItExpires(string date, string call) => await Test(call)
        .WithAdditionalFile("/hyperscale.policy.json", """
            { "version": 1, "suppressions": [ { "rule": "HSAI0009", "place": "*.cs", "justification": "계약 협의 중", "expiry": "2026-12-31" } ] }
            """)
        .WithProperty("HyperscaleDate", date).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Method_OfTheSameNameElsewhere_IsQuiet() => await AnalyzerTest.For<ProviderRegisterAnalyzer>()
        .WithSource(ProviderSnippets.Types).WithSource(ProviderSnippets.Patient)
        .WithSource("public static class Other { public static List<int> AddUpstage(this List<int> list) => list; public static void M(List<int> list) => list.AddUpstage(); }")
        .RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<ProviderRegisterAnalyzer> Test(string call) => AnalyzerTest.For<ProviderRegisterAnalyzer>()
        .WithSource(ProviderSnippets.Registration(call)).WithSource(ProviderSnippets.Types).WithSource(ProviderSnippets.Patient);
}
