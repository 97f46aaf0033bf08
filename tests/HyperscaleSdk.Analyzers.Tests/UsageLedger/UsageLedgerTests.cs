using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

public sealed class UsageLedgerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("local", """var c = new SolarChatClient(); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("inline", """await [|new SolarChatClient().GetResponseAsync("x")|];""")]
    [InlineData("target typed", """SolarChatClient c = new(); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("interface local", """IChatClient c = new SolarChatClient(); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("streaming", """var c = new SolarChatClient(); await foreach (var u in [|c.GetStreamingResponseAsync("x")|]) { }""")]
    [InlineData("one report per creation", """var c = new SolarChatClient(); await [|c.GetResponseAsync("x")|]; await c.GetResponseAsync("y");""")]
    [InlineData("embedding", """var e = new SolarEmbeddings(); await [|e.GenerateAsync(["x"])|];""")]
    [InlineData("wrapped", """var c = new LoggingChatClient(new SolarChatClient()); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("budget only", """var c = new SolarChatClient().UseVoucherBudget("v"); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("factory extension", """var c = OpenAI.Chat.ChatClientConversions.AsIChatClient(new OpenAI.Chat.ChatClient()); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("provider client", """var c = new OpenAI.Chat.ChatClient(); await [|c.CompleteChatAsync("x")|];""")]
    [InlineData("handed on", """var s = new Service([|new SolarChatClient()|]); await s.Chat.GetResponseAsync("x");""")]
    [InlineData("lambda", """var c = new SolarChatClient(); Func<Task> ask = () => [|c.GetResponseAsync("x")|]; await ask();""")]
    [InlineData("conditional", """var c = flag ? injected : new SolarChatClient(); await [|c.GetResponseAsync("x")|];""")]
    [InlineData("assigned later", """IChatClient c; c = new SolarChatClient(); await [|c.GetResponseAsync("x")|];""")]
    public async Task Call_ClientMadeWithoutLedger_IsReported(string variant, string body)
    {
        var diagnostics = await LedgerSnippets.InVoucherProject(LedgerSnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.All(diagnostic => diagnostic.Diagnostic.Severity == DiagnosticSeverity.Error), variant);
    }

    [Theory]
    [InlineData("ledger", """var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    [InlineData("ledger and budget", """var c = new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("v"); await c.GetResponseAsync("x");""")]
    [InlineData("ledger later", """IChatClient c = new SolarChatClient(); c = c.UseUsageLedger(ledger); await c.GetResponseAsync("x");""")]
    [InlineData("ledger at the call", """var c = new SolarChatClient(); await c.UseUsageLedger(ledger).GetResponseAsync("x");""")]
    [InlineData("embedding ledger", """var e = new SolarEmbeddings().UseUsageLedger(ledger); await e.GenerateAsync(["x"]);""")]
    [InlineData("injected", """await injected.GetResponseAsync("x");""")]
    [InlineData("container", """var c = (IChatClient)services.GetService(typeof(IChatClient))!; await c.GetResponseAsync("x");""")]
    [InlineData("test double", """var c = new FakeChatClient(); await c.GetResponseAsync("x");""")]
    [InlineData("loopback", """var c = new SolarChatClient("http://127.0.0.1:8080/v1"); await c.GetResponseAsync("x");""")]
    [InlineData("localhost", """var c = new SolarChatClient("http://localhost:8080/v1"); await c.GetResponseAsync("x");""")]
    [InlineData("wrapped in ledger", """var c = new LoggingChatClient(new SolarChatClient().UseUsageLedger(ledger)); await c.GetResponseAsync("x");""")]
    [InlineData("handed on with ledger", """var s = new Service(new SolarChatClient().UseUsageLedger(ledger)); await s.Chat.GetResponseAsync("x");""")]
    [InlineData("made and not used", """var c = new SolarChatClient(); GC.KeepAlive(c.Endpoint);""")]
    public async Task Call_LedgerOrNotOurs_IsNotReported(string variant, string body)
    {
        var diagnostics = await LedgerSnippets.InVoucherProject(LedgerSnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Theory]
    [InlineData("private readonly IChatClient _chat = new SolarChatClient();")]
    [InlineData("private IChatClient _chat { get; } = new SolarChatClient();")]
    [InlineData("private readonly IChatClient _chat; public Desk() { _chat = new SolarChatClient(); }")]
    public async Task Field_MadeWithoutLedger_IsReportedAtTheCall(string member)
    {
        await LedgerSnippets.InVoucherProject($$"""
            using Microsoft.Extensions.AI;

            public sealed class Desk
            {
                {{member}}

                public Task RunAsync() => [|_chat.GetResponseAsync("x")|];
            }
            """).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Field_InjectedByConstructor_IsNotReported()
    {
        await LedgerSnippets.InVoucherProject("""
            using Microsoft.Extensions.AI;

            public sealed class Desk
            {
                private readonly IChatClient _chat;

                public Desk(IChatClient chat) => _chat = chat;

                public Task RunAsync() => _chat.GetResponseAsync("x");
            }
            """).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Call_OutsideVoucherProject_IsInformation()
    {
        var diagnostics = await LedgerSnippets.Test(LedgerSnippets.InMethod("""var c = new SolarChatClient(); await [|c.GetResponseAsync("x")|];""")).RunAsync(Cancellation);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(diagnostics).Diagnostic.Severity);
    }

    [Fact]
    public async Task ProviderClient_OutsideVoucherProject_IsNotReported()
    {
        await LedgerSnippets.Test(LedgerSnippets.InMethod("""var c = new OpenAI.Chat.ChatClient(); await c.CompleteChatAsync("x");""")).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Call_InTestProject_IsNotReported()
    {
        await LedgerSnippets.InVoucherProject(LedgerSnippets.InMethod("""var c = new SolarChatClient(); await c.GetResponseAsync("x");"""))
            .WithProperty("IsTestProject", "true").RunAsync(Cancellation);
    }

    [Fact]
    public async Task Message_InKorean_NamesTheClient()
    {
        var diagnostics = await LedgerSnippets.InVoucherProject(LedgerSnippets.InMethod("""var c = new SolarChatClient(); await [|c.GetResponseAsync("x")|];"""))
            .WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.Contains("'SolarChatClient'에 UseUsageLedger(...)가 없어", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
