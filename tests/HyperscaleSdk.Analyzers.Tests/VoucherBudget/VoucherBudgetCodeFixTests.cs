using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.UsageLedger;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.VoucherBudget;

public sealed class VoucherBudgetCodeFixTests
{
    private const string PolicyPath = "/repo/hyperscale.policy.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");""",
        """var c = new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("voucher"); await c.GetResponseAsync("x");""")]
    [InlineData(
        """var inner = new SolarChatClient(); var c = inner.UseUsageLedger(ledger); await c.GetResponseAsync("x");""",
        """var inner = new SolarChatClient(); var c = inner.UseUsageLedger(ledger).UseVoucherBudget("voucher"); await c.GetResponseAsync("x");""")]
    [InlineData(
        """await new SolarChatClient().UseUsageLedger(ledger).GetResponseAsync("x");""",
        """await new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("voucher").GetResponseAsync("x");""")]
    [InlineData(
        """var e = new SolarEmbeddings().UseUsageLedger(ledger); await e.GenerateAsync(["x"]);""",
        """var e = new SolarEmbeddings().UseUsageLedger(ledger).UseVoucherBudget("voucher"); await e.GenerateAsync(["x"]);""")]
    public async Task Client_UnderTheLedger_GetsABudgetAroundIt(string before, string after) =>
        await Test(LedgerSnippets.InMethod(before)).WithFixed(LedgerSnippets.InMethod(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Client_InAField_GetsABudgetWhereItIsMade()
    {
        static string Desk(string step) => $$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk(IUsageLedger ledger)
            {
                private readonly IChatClient _chat = new SolarChatClient().UseUsageLedger(ledger){{step}};

                public Task RunAsync() => _chat.GetResponseAsync("x");
            }
            """;

        await Test(Desk(string.Empty)).WithFixed(Desk(""".UseVoucherBudget("voucher")""")).RunAsync(Cancellation);
    }

    [Theory]
    [InlineData("services.AddHyperscale().AddUpstage().UseUsageLedger(ledger);", """services.AddHyperscale().AddUpstage().UseUsageLedger(ledger).UseVoucherBudget("voucher");""")]
    [InlineData("var b = services.AddHyperscale(); b.AddUpstage(); b.UseUsageLedger(ledger);", """var b = services.AddHyperscale(); b.AddUpstage(); b.UseUsageLedger(ledger).UseVoucherBudget("voucher");""")]
    [InlineData(
        "services.AddSingleton<IChatClient>(provider => ActivatorUtilities.CreateInstance<SolarChatClient>(provider).UseUsageLedger(ledger));",
        """services.AddSingleton<IChatClient>(provider => ActivatorUtilities.CreateInstance<SolarChatClient>(provider).UseUsageLedger(ledger).UseVoucherBudget("voucher"));""")]
    [InlineData(
        "services.AddHyperscale()\n            .AddUpstage()\n            .UseUsageLedger(ledger);",
        "services.AddHyperscale()\n            .AddUpstage()\n            .UseUsageLedger(ledger)\n            .UseVoucherBudget(\"voucher\");")]
    [InlineData(
        "services.AddHyperscale().AddUpstage().UseChatMiddleware((sp, inner) => inner.UseUsageLedger(ledger));",
        """services.AddHyperscale().AddUpstage().UseChatMiddleware((sp, inner) => inner.UseUsageLedger(ledger)).UseVoucherBudget("voucher");""")]
    public async Task Builder_WithTheLedger_GetsABudgetToo(string before, string after) =>
        await InStartup(before).WithFixed(ContainerSnippets.InStartup(after, ContainerSnippets.InjectedDesk)).RunAsync(Cancellation);

    [Theory]
    [InlineData("""services.AddChatClient(new SolarChatClient().UseUsageLedger(ledger));""", """services.AddChatClient(new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("voucher"));""")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(ledger));""", """services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("voucher"));""")]
    [InlineData(
        """services.AddChatClient(new SolarChatClient()).Use(inner => inner.UseUsageLedger(ledger));""",
        """services.AddChatClient(new SolarChatClient()).Use(inner => inner.UseUsageLedger(ledger).UseVoucherBudget("voucher"));""")]
    [InlineData(
        """services.AddChatClient(new SolarChatClient()).UseUsageLedger(ledger);""",
        """services.AddChatClient(new SolarChatClient()).Use(inner => inner.UseVoucherBudget("voucher")).UseUsageLedger(ledger);""")]
    public async Task Registration_WithTheLedger_GetsABudget(string before, string after) =>
        await InStartup(before).WithFixed(ContainerSnippets.InStartup(after, ContainerSnippets.InjectedDesk)).RunAsync(Cancellation);

    [Theory]
    [InlineData("""[ { "id": "v1" } ]""", "v1")]
    [InlineData("""[ { "id": "old", "validUntil": "2026-10-31" }, { "id": "now", "validFrom": "2026-11-01" } ]""", "now")]
    [InlineData("""[ { "id": "old", "validUntil": "2026-10-31" } ]""", "old")]
    public async Task Policy_WithVouchers_NamesTheOneThatPays(string vouchers, string id) =>
        await Test(LedgerSnippets.InMethod("""var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x");"""))
            .WithAdditionalFile(PolicyPath, $$"""{ "version": 1, "vouchers": {{vouchers}} }""").WithProperty("HyperscaleDate", "2026-11-27")
            .WithFixed(LedgerSnippets.InMethod($$"""var c = new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("{{id}}"); await c.GetResponseAsync("x");""")).RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Clients_FixAll_GetABudgetEach(FixAllScope scope) =>
        await Test(LedgerSnippets.InMethod("""var c = new SolarChatClient().UseUsageLedger(ledger); await c.GetResponseAsync("x"); var e = new SolarEmbeddings().UseUsageLedger(ledger); await e.GenerateAsync(["x"]);"""))
            .WithFixed(LedgerSnippets.InMethod(
                """var c = new SolarChatClient().UseUsageLedger(ledger).UseVoucherBudget("voucher"); await c.GetResponseAsync("x"); var e = new SolarEmbeddings().UseUsageLedger(ledger).UseVoucherBudget("voucher"); await e.GenerateAsync(["x"]);"""))
            .RunFixAllAsync(scope, Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public async Task Providers_OfOneBuilder_FixAllAddsOneBudget(FixAllScope scope) =>
        await InStartup("services.AddHyperscale().AddUpstage().AddClovaStudio().UseUsageLedger(ledger);")
            .WithFixed(ContainerSnippets.InStartup("""services.AddHyperscale().AddUpstage().AddClovaStudio().UseUsageLedger(ledger).UseVoucherBudget("voucher");""", ContainerSnippets.InjectedDesk))
            .RunFixAllAsync(scope, Cancellation);

    private static CodeFixTest<VoucherBudgetAnalyzer, VoucherBudgetCodeFixProvider> InStartup(string body) =>
        Test(ContainerSnippets.InStartup(body, ContainerSnippets.InjectedDesk)).WithSource(ContainerSnippets.Types);

    private static CodeFixTest<VoucherBudgetAnalyzer, VoucherBudgetCodeFixProvider> Test(string source) =>
        CodeFixTest.For<VoucherBudgetAnalyzer, VoucherBudgetCodeFixProvider>()
            .WithProperty("HyperscaleVoucher", "true").WithSource(source).WithSource(LedgerSnippets.Types);
}
