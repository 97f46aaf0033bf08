using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.OutputExecuted;

public sealed class OutputExecutedCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""var h = new HtmlString(response.Text);""", """var h = new HtmlString(System.Net.WebUtility.HtmlEncode(response.Text));""")]
    [InlineData("""File.Delete(Path.Combine("/data", response.Text));""", """File.Delete(Path.Combine("/data", System.IO.Path.GetFileName(response.Text)));""")]
    public async Task Output_HtmlOrPath_IsMadeHarmless(string before, string after)
        => await Test(before).WithFixed(ExecutionSnippets.InMethod(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Outputs_FixAll_AreAllEncoded()
        => await Test("""var h = new HtmlString(response.Text); var m = (MarkupString)response.Text;""")
            .WithFixed(ExecutionSnippets.InMethod("""var h = new HtmlString(System.Net.WebUtility.HtmlEncode(response.Text)); var m = (MarkupString)System.Net.WebUtility.HtmlEncode(response.Text);"""))
            .RunFixAllAsync(Cancellation);

    [Fact]
    public async Task Output_AsCommand_OffersNoFix() => await Test("""System.Diagnostics.Process.Start(response.Text);""").RunNoFixAsync(Cancellation);

    private static CodeFixTest<OutputExecutedAnalyzer, OutputExecutedCodeFixProvider> Test(string body) =>
        CodeFixTest.For<OutputExecutedAnalyzer, OutputExecutedCodeFixProvider>().WithSource(ExecutionSnippets.InMethod(body)).WithSource(ExecutionSnippets.Types);
}
