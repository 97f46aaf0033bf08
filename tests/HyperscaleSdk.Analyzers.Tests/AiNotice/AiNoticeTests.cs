using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.AiNotice;

public sealed class AiNoticeTests
{
    private const string Web = """
        namespace Microsoft.AspNetCore.Mvc { public abstract class ControllerBase; }
        namespace Microsoft.AspNetCore.Routing { public interface IEndpointRouteBuilder; }
        namespace Microsoft.AspNetCore.Builder
        {
            public sealed class WebApplication : Microsoft.AspNetCore.Routing.IEndpointRouteBuilder;
            public static class EndpointRouteBuilderExtensions
            {
                public static void MapPost(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints, string pattern, Delegate handler) { }
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection;
            public static class AiNoticeExtensions { public static IServiceCollection AddAiNotice(this IServiceCollection services, string? korean = null) => services; }
        }
        """;

    private const string Mapping = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;

        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapPost("/ask", async (IChatClient chat, string text) => await chat.[|GetResponseAsync|](text));
        }
        """;

    private const string Controller = """
        using Microsoft.Extensions.AI;

        public sealed class AskController(IChatClient chat) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public Task<ChatResponse> Post(string text) => chat.[|GetResponseAsync|](text);
        }
        """;

    private const string Service = """
        using Microsoft.Extensions.AI;

        public sealed class Answers(IChatClient chat)
        {
            public Task<ChatResponse> AnswerAsync(string text) => chat.GetResponseAsync(text);
        }
        """;

    [Theory]
    [InlineData(Mapping)]
    [InlineData(Controller)]
    public async Task Endpoint_CallingAi_WithoutNotice_IsReportedOnce(string source)
    {
        var diagnostics = await InService(source, Service).RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("art. 31(1)", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_CallingAiThroughAService_IsReportedAtTheCall() =>
        await InService("public sealed class HomeController : Microsoft.AspNetCore.Mvc.ControllerBase;", Service.Replace("GetResponseAsync", "[|GetResponseAsync|]", StringComparison.Ordinal))
            .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Endpoint_WithNoticeInCode_IsQuiet() => await InService(
        Unmarked(Mapping),
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup { public static void Configure(IServiceCollection services) => services.AddAiNotice(korean: "AI가 답변합니다."); }
        """).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Endpoint_WithNoticeInThePolicy_IsQuiet() => await InService(Unmarked(Mapping))
        .WithAdditionalFile(ProviderSnippets.PolicyPath, """{ "version": 1, "transparency": { "notice": { "evidence": "terms/ai.md" } } }""")
        .RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("Internal")]
    [InlineData("None")]
    [InlineData("")]
    public async Task Project_NoService_IsQuiet(string role) =>
        await Test(Unmarked(Mapping)).WithProperty("HyperscaleRole", role).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Service_WithoutEndpoint_IsQuiet() => await InService(Service).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Endpoint_WithoutAi_IsQuiet() =>
        await InService("public sealed class HomeController : Microsoft.AspNetCore.Mvc.ControllerBase { public string Get() => \"home\"; }").RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Project_OfTests_IsQuiet() =>
        await InService(Unmarked(Controller)).WithProperty("IsTestProject", "true").RunAsync(TestContext.Current.CancellationToken);

    private static string Unmarked(string source) => source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static AnalyzerTest<AiNoticeAnalyzer> InService(params string[] sources) => Test(sources).WithProperty("HyperscaleRole", "Service");

    private static AnalyzerTest<AiNoticeAnalyzer> Test(params string[] sources)
    {
        var test = AnalyzerTest.For<AiNoticeAnalyzer>();
        foreach (var source in sources)
        {
            test.WithSource(source);
        }

        return test.WithSource(Web);
    }
}
