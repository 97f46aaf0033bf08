using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.UsageLedger;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.VoucherBudget;

public sealed class VoucherBudgetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("local", """var c = new SolarChatClient().UseUsageLedger(ledger); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("loop", """var c = new SolarChatClient().UseUsageLedger(ledger); for (var i = 0; i < 9; i++) { await [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("fan-out", """var c = new SolarChatClient().UseUsageLedger(ledger); await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => [|c.GetResponseAsync("x")|]));""")]
    [InlineData("embedding", """var e = new SolarEmbeddings().UseUsageLedger(ledger); await [|e.GenerateAsync(["x"])|];""")]
    public async Task Call_LedgerWithoutBudget_IsReported(string variant, string body) =>
        Assert.True((await Test(LedgerSnippets.InMethod(body)).RunAsync(Cancellation)).Count == 1, variant);

    [Theory]
    [InlineData("budget", """var c = new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("v"); await c.GetResponseAsync("x");""")]
    [InlineData("no ledger", """var c = new SolarChatClient(); await c.GetResponseAsync("x");""")]
    [InlineData("injected", """await injected.UseUsageLedger(ledger).GetResponseAsync("x");""")]
    [InlineData("test double", """var c = new FakeChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    [InlineData("loopback", """var c = new SolarChatClient("http://127.0.0.1:1/v1").UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    public async Task Call_BudgetOrNotOurs_IsNotReported(string variant, string body) =>
        Assert.True((await Test(LedgerSnippets.InMethod(body)).RunAsync(Cancellation)).Count == 0, variant);

    [Fact]
    public async Task Registration_LedgerWithoutBudget_IsReportedThere() =>
        await Test(ContainerSnippets.InStartup("services.AddHyperscale().[|AddUpstage|]().UseUsageLedger(ledger);", ContainerSnippets.InjectedDesk))
            .WithSource(ContainerSnippets.Types).RunAsync(Cancellation);

    [Fact]
    public async Task Call_OutsideVoucherProject_IsNotReported() =>
        Assert.Empty(await AnalyzerTest.For<VoucherBudgetAnalyzer>().WithSource(LedgerSnippets.InMethod("""var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");"""))
            .WithSource(LedgerSnippets.Types).RunAsync(Cancellation));

    [Fact]
    public async Task Message_InKorean_NamesTheArticle()
    {
        var diagnostics = await Test(LedgerSnippets.InMethod("""var c = new SolarChatClient().UseUsageLedger(ledger); await [|c.GetResponseAsync("x")|];""")).WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.Contains("보조금법 제30조", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    private static AnalyzerTest<VoucherBudgetAnalyzer> Test(string source) =>
        AnalyzerTest.For<VoucherBudgetAnalyzer>().WithSource(source).WithSource(LedgerSnippets.Types).WithProperty("HyperscaleVoucher", "true");
}
