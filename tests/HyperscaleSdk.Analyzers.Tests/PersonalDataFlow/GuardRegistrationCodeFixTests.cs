using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.UsageLedger;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class GuardRegistrationCodeFixTests
{
    private const string Desk = """
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient chat)
        {
            public Task RunAsync(Patient patient) => chat.GetResponseAsync(patient.Number);

            public Task TellAsync(Patient patient) => chat.GetResponseAsync(patient.Diagnosis);
        }
        """;

    private const string Guard = """
        using Microsoft.Extensions.AI;

        namespace HyperscaleSdk
        {
            public static class GuardBuilderExtensions { public static HyperscaleBuilder UsePersonalDataGuard(this HyperscaleBuilder builder) => builder; }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("services.AddHyperscale().AddUpstage()", "services.AddHyperscale().AddUpstage().UsePersonalDataGuard()")]
    [InlineData("services.AddHyperscale().AddUpstage().UseUsageLedger()", "services.AddHyperscale().AddUpstage().UsePersonalDataGuard().UseUsageLedger()")]
    [InlineData("services.AddHyperscale()\n        .AddUpstage()\n        .UseUsageLedger()", "services.AddHyperscale()\n        .AddUpstage()\n        .UsePersonalDataGuard()\n        .UseUsageLedger()")]
    [InlineData("services.AddChatClient(new SolarChatClient())", "services.AddChatClient(new SolarChatClient().UsePersonalDataGuard())")]
    [InlineData("services.AddSingleton<IChatClient>(sp => new SolarChatClient())", "services.AddSingleton<IChatClient>(sp => new SolarChatClient().UsePersonalDataGuard())")]
    public async Task Client_ThatIsInjected_IsGuardedWhereItIsRegistered(string before, string after) =>
        await Test(before).WithFixed(1, Startup(after)).RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Reports_OfOneClient_FixAllGuardsItOnce(FixAllScope scope) =>
        await Test("services.AddHyperscale().AddUpstage()").WithFixed(1, Startup("services.AddHyperscale().AddUpstage().UsePersonalDataGuard()")).RunFixAllAsync(scope, Cancellation);

    [Fact]
    public async Task Client_ThatNobodyRegisters_OffersNoFix() => await Test("services").RunNoFixAsync(Cancellation);

    private static string Startup(string body) => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup { public static object Configure(IServiceCollection services) => {{body}}; }
        """;

    private static CodeFixTest<PersonalDataFlowAnalyzer, GuardRegistrationCodeFixProvider> Test(string body) =>
        CodeFixTest.For<PersonalDataFlowAnalyzer, GuardRegistrationCodeFixProvider>()
            .WithSource(Desk).WithSource(Startup(body)).WithSource(FlowSnippets.Types).WithSource(LedgerSnippets.Types).WithSource(ContainerSnippets.Types).WithSource(Guard);
}
