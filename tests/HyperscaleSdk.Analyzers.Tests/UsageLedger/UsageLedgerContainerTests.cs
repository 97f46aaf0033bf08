using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

public sealed class UsageLedgerContainerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("factory", """services.[|AddSingleton<IChatClient>|](sp => new SolarChatClient());""")]
    [InlineData("factory with body", """services.[|AddSingleton<IChatClient>|](sp => { var c = new SolarChatClient(); return c; });""")]
    [InlineData("instance", """services.[|AddSingleton<IChatClient>|](new SolarChatClient());""")]
    [InlineData("implementation type", """services.[|AddSingleton<IChatClient, SolarChatClient>|]();""")]
    [InlineData("own type", """services.[|AddSingleton<SolarChatClient>|]();""")]
    [InlineData("keyed", """services.[|AddKeyedSingleton<IChatClient>|]("solar", (sp, key) => new SolarChatClient());""")]
    [InlineData("chat client builder", """services.[|AddChatClient|](new SolarChatClient());""")]
    [InlineData("chat client builder with another step", """services.[|AddChatClient|](new SolarChatClient()).UseLogging();""")]
    [InlineData("provider", """services.AddHyperscale().[|AddUpstage|]();""")]
    [InlineData("two providers", """services.AddHyperscale().[|AddUpstage|]().[|AddClovaStudio|]();""")]
    [InlineData("through a local", """var c = new SolarChatClient(); services.[|AddSingleton<IChatClient>|](c);""")]
    [InlineData("through a method", """services.[|AddSingleton<IChatClient>|](sp => Clients.Create());""")]
    public async Task Registration_WithoutLedger_IsReportedOnceThere(string variant, string body)
    {
        var diagnostics = await Test(body, """public static class Clients { public static IChatClient Create() => new SolarChatClient(); }""").RunAsync(Cancellation);

        Assert.True(diagnostics.All(diagnostic => diagnostic.Diagnostic.Severity == DiagnosticSeverity.Error), variant);
    }

    [Theory]
    [InlineData("factory", """services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(ledger));""")]
    [InlineData("service ledger", """services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(sp.GetRequiredService<IUsageLedger>()));""")]
    [InlineData("chat client builder", """services.AddChatClient(new SolarChatClient()).UseUsageLedger(ledger);""")]
    [InlineData("builder lambda", """services.AddChatClient(sp => new SolarChatClient()).Use(inner => inner.UseUsageLedger(ledger));""")]
    [InlineData("builder local", """var b = services.AddChatClient(new SolarChatClient()); b.UseLogging().UseUsageLedger(ledger);""")]
    [InlineData("builder handed to a method", """var b = services.AddChatClient(new SolarChatClient()); Clients.Account(b, ledger);""")]
    [InlineData("provider", """services.AddHyperscale().AddUpstage().UseUsageLedger();""")]
    [InlineData("providers, ledger first", """services.AddHyperscale().UseUsageLedger(ledger).AddUpstage().AddClovaStudio();""")]
    [InlineData("provider builder local", """var b = services.AddHyperscale(); b.AddUpstage(); b.UseUsageLedger(ledger);""")]
    [InlineData("provider middleware", """services.AddHyperscale().AddUpstage().UseChatMiddleware((sp, c) => c.UseUsageLedger(ledger));""")]
    [InlineData("provider builder elsewhere", """Clients.Account(services.AddHyperscale().AddUpstage(), ledger);""")]
    [InlineData("forwarded", """services.AddHyperscale().AddUpstage().UseUsageLedger(); services.AddSingleton<IChatClient>(sp => sp.GetRequiredKeyedService<IChatClient>("upstage"));""")]
    [InlineData("test double", """services.AddSingleton<IChatClient, FakeChatClient>();""")]
    [InlineData("loopback", """services.AddSingleton<IChatClient>(sp => new SolarChatClient("http://127.0.0.1:5081/v1"));""")]
    [InlineData("no client", """services.AddSingleton<Desk>(); services.AddSingleton(new object());""")]
    [InlineData("existing client", """services.AddSingleton<IChatClient>(sp => sp.GetRequiredKeyedService<IChatClient>("other"));""")]
    public async Task Registration_WithLedger_IsNotReportedNorItsUses(string variant, string body)
    {
        var diagnostics = await Test(body, """
            public static class Clients
            {
                public static void Account(ChatClientBuilder builder, IUsageLedger ledger) => builder.UseUsageLedger(ledger);
                public static void Account(HyperscaleBuilder builder, IUsageLedger ledger) => builder.UseUsageLedger(ledger);
            }
            """).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Fact]
    public async Task KeyedUse_OtherKeyHasNoLedger_IsReportedAtThatRegistrationOnly()
    {
        await Test("""
            services.AddKeyedSingleton<IChatClient>("a", (sp, key) => new SolarChatClient().UseUsageLedger(ledger));
            services.[|AddKeyedSingleton<IChatClient>|]("b", (sp, key) => new SolarChatClient());
            """, """public sealed class Keyed([FromKeyedServices("a")] IChatClient chat) { public Task RunAsync() => chat.GetResponseAsync("x"); }""").RunAsync(Cancellation);
    }

    [Fact]
    public async Task Registration_OutsideVoucherProject_IsInformation()
    {
        var diagnostics = await LedgerSnippets.Test(ContainerSnippets.InStartup("services.[|AddSingleton<IChatClient, SolarChatClient>|]();"))
            .WithSource(ContainerSnippets.Types).RunAsync(Cancellation);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(diagnostics).Diagnostic.Severity);
    }

    private static TestKit.Analyzers.AnalyzerTest<HyperscaleSdk.Analyzers.Rules.UsageLedgerAnalyzer> Test(string body, string more) =>
        LedgerSnippets.InVoucherProject(ContainerSnippets.InStartup(body, more + Environment.NewLine + ContainerSnippets.InjectedDesk)).WithSource(ContainerSnippets.Types);
}
