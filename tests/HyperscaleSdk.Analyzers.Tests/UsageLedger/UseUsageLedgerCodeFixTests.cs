using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

public sealed class UseUsageLedgerCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creation_LedgerParameterInScope_IsWrapped()
    {
        await Test("""var c = new SolarChatClient(); await c.GetResponseAsync("x");""")
            .WithFixed(LedgerSnippets.InMethod("""var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");"""))
            .RunAsync(Cancellation);
    }

    [Fact]
    public async Task Creations_FixAll_AreAllWrapped()
    {
        await Test("""var c = new SolarChatClient(); await c.GetResponseAsync("x"); var e = new SolarEmbeddings(); await e.GenerateAsync(["x"]);""")
            .WithFixed(LedgerSnippets.InMethod(
                """var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x"); var e = new SolarEmbeddings().UseUsageLedger(ledger); await e.GenerateAsync(["x"]);"""))
            .RunFixAllAsync(Cancellation);
    }

    [Fact]
    public async Task Creation_NoLedgerInScope_OffersNoFix()
    {
        await CodeFixTest.For<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider>().WithProperty("HyperscaleVoucher", "true").WithSource("""
            using Microsoft.Extensions.AI;

            public sealed class Desk
            {
                public async Task RunAsync() { var c = new SolarChatClient(); await c.GetResponseAsync("x"); }
            }
            """).WithSource(LedgerSnippets.Types).RunNoFixAsync(Cancellation);
    }

    [Fact]
    public async Task Creation_VariableNeedsTheClientsOwnType_OffersNoFix()
    {
        await Test("""SolarChatClient c = new SolarChatClient(); await c.GetResponseAsync(c.Endpoint);""").RunNoFixAsync(Cancellation);
    }

    [Theory]
    [InlineData(
        """SolarChatClient c = new(); await c.GetResponseAsync("x");""",
        """IChatClient c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    [InlineData(
        """SolarChatClient c = new SolarChatClient(); await c.GetResponseAsync("x");""",
        """IChatClient c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    public async Task Creation_DeclaredByItsClass_IsDeclaredByTheInterface(string before, string after) =>
        await Test(before).WithFixed(LedgerSnippets.InMethod(after)).RunAsync(Cancellation);

    [Fact]
    public async Task ProviderClient_IsNotAChatClient_OffersNoFix()
    {
        await Test("""var c = new OpenAI.Chat.ChatClient(); await c.CompleteChatAsync("x");""").RunNoFixAsync(Cancellation);
    }

    private static CodeFixTest<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider> Test(string body) =>
        CodeFixTest.For<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider>()
            .WithSource(LedgerSnippets.InMethod(body)).WithSource(LedgerSnippets.Types).WithProperty("HyperscaleVoucher", "true");
}
