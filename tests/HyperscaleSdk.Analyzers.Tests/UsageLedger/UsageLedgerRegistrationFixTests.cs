using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

/// <summary>The ledger where clients are registered.</summary>
public sealed class UsageLedgerRegistrationFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("services.AddHyperscale().AddUpstage();", "services.AddHyperscale().AddUpstage().UseUsageLedger(ledger);")]
    [InlineData("var builder = services.AddHyperscale(); builder.AddUpstage();", "var builder = services.AddHyperscale(); builder.AddUpstage().UseUsageLedger(ledger);")]
    [InlineData(
        "services.AddHyperscale()\n            .AddUpstage();",
        "services.AddHyperscale()\n            .AddUpstage()\n            .UseUsageLedger(ledger);")]
    [InlineData("services.AddChatClient(new SolarChatClient()).UseLogging();", "services.AddChatClient(new SolarChatClient().UseUsageLedger(ledger)).UseLogging();")]
    [InlineData("services.AddSingleton<IChatClient>(sp => new SolarChatClient());", "services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(ledger));")]
    public async Task Registration_LedgerInScope_GetsIt(string before, string after) =>
        await Test(ContainerSnippets.InStartup(before, ContainerSnippets.InjectedDesk)).WithFixed(ContainerSnippets.InStartup(after, ContainerSnippets.InjectedDesk)).RunAsync(Cancellation);

    [Theory]
    [InlineData("services.AddHyperscale().AddUpstage();", "services.AddHyperscale().AddUpstage().UseUsageLedger();")]
    [InlineData("services.AddHyperscale().AddUpstage().AddClovaStudio();", "services.AddHyperscale().AddUpstage().AddClovaStudio().UseUsageLedger();")]
    [InlineData("services.AddSingleton<IChatClient>(sp => new SolarChatClient());", "services.AddSingleton<IChatClient>(sp => new SolarChatClient().UseUsageLedger(sp.GetRequiredService<IUsageLedger>()));")]
    [InlineData(
        """services.AddKeyedSingleton<IChatClient>("fast", (sp, key) => new SolarChatClient());""",
        """services.AddKeyedSingleton<IChatClient>("fast", (sp, key) => new SolarChatClient().UseUsageLedger(sp.GetRequiredService<IUsageLedger>()));""")]
    [InlineData(
        "services.AddChatClient(new SolarChatClient()).UseLogging();",
        "services.AddChatClient(new SolarChatClient()).UseLogging().Use((inner, services) => inner.UseUsageLedger(services.GetRequiredService<IUsageLedger>()));")]
    public async Task Registration_NoLedgerInScope_TakesTheOneOfTheServices(string before, string after) =>
        await Test(Startup(before)).WithFixed(Startup(after)).RunAsync(Cancellation);

    [Theory]
    [InlineData(
        "services.AddSingleton<IChatClient, SolarChatClient>();",
        "services.AddSingleton<IChatClient>(provider => ActivatorUtilities.CreateInstance<SolarChatClient>(provider).UseUsageLedger(provider.GetRequiredService<IUsageLedger>()));")]
    [InlineData(
        """services.AddKeyedSingleton<IChatClient, SolarChatClient>("fast");""",
        """services.AddKeyedSingleton<IChatClient>("fast", (provider, _) => ActivatorUtilities.CreateInstance<SolarChatClient>(provider).UseUsageLedger(provider.GetRequiredService<IUsageLedger>()));""")]
    public async Task Registration_ByTypesOnly_BecomesAFactory(string before, string after) =>
        await Test(Startup(before)).WithFixed(Startup(after)).RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Providers_OfOneBuilder_FixAllAddsOneLedger(FixAllScope scope) =>
        await Test(Startup("services.AddHyperscale().AddUpstage().AddClovaStudio();"))
            .WithFixed(Startup("services.AddHyperscale().AddUpstage().AddClovaStudio().UseUsageLedger();")).RunFixAllAsync(scope, Cancellation);

    [Fact]
    public async Task Builders_OfTwoFiles_FixAllOfTheProjectAddsOneLedger()
    {
        static string Part(string name, string body) => $$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.DependencyInjection;

            public static class {{name}} { public static void Add(IServiceCollection services) => {{body}}; }
            """;

        await CodeFixTest.For<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider>().WithProperty("HyperscaleVoucher", "true")
            .WithSource(Part("First", "services.AddHyperscale().AddUpstage()")).WithSource(Part("Second", "services.AddHyperscale().AddClovaStudio()"))
            .WithSource(LedgerSnippets.Types).WithSource(ContainerSnippets.Types)
            .WithFixed(Part("First", "services.AddHyperscale().AddUpstage().UseUsageLedger()"))
            .RunFixAllAsync(FixAllScope.Project, Cancellation);
    }

    private static string Startup(string body) => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Configure(IServiceCollection services)
            {
        {{body}}
            }
        }

        {{ContainerSnippets.InjectedDesk}}
        """;

    private static CodeFixTest<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider> Test(string source) =>
        CodeFixTest.For<UsageLedgerAnalyzer, UseUsageLedgerCodeFixProvider>().WithProperty("HyperscaleVoucher", "true")
            .WithSource(source).WithSource(LedgerSnippets.Types).WithSource(ContainerSnippets.Types);
}
