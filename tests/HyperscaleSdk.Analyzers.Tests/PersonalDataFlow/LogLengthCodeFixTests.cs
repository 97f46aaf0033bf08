using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class LogLengthCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""log.LogInformation("Answer {Length}", response.Text);""", """log.LogInformation("Answer {Length}", response.Text.Length);""")]
    [InlineData("""log.LogInformation($"Answer {response.Text}");""", """log.LogInformation($"Answer {response.Text.Length}");""")]
    [InlineData("""log.LogInformation("Answer " + response.Text);""", """log.LogInformation("Answer " + response.Text.Length);""")]
    public async Task Text_WhereANumberFits_IsItsLength(string before, string after)
    {
        await Test(before).WithFixed(Source(after)).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Texts_FixAll_AreAllLengths()
    {
        await Test("""log.LogInformation("A {A}", response.Text); log.LogInformation($"B {response.Text}");""")
            .WithFixed(Source("""log.LogInformation("A {A}", response.Text.Length); log.LogInformation($"B {response.Text.Length}");"""))
            .RunFixAllAsync(Cancellation);
    }

    [Theory]
    [InlineData("log.LogInformation(response.Text);")]
    [InlineData("""log.LogInformation("Answer {Answer}", response);""")]
    public async Task Text_IsTheMessageOrNoText_OffersNoFix(string body)
    {
        await Test(body).RunNoFixAsync(Cancellation);
    }

    private static string Source(string body) => FlowSnippets.InMethod("var response = await chat.GetResponseAsync(note); ILogger log = new Log(); " + body);

    private static CodeFixTest<PersonalDataFlowAnalyzer, LogLengthCodeFixProvider> Test(string body) =>
        CodeFixTest.For<PersonalDataFlowAnalyzer, LogLengthCodeFixProvider>().WithOnly("HSAI0010").WithSource(Source(body)).WithSource(FlowSnippets.Types)
            .WithSource("""
                public interface ILogger;
                public sealed class Log : ILogger;
                public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string? message, params object?[] args) { } }
                """);
}
