using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class GuardClientCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("private readonly IChatClient _chat = Factory.Make();", "private readonly IChatClient _chat = Factory.Make().UsePersonalDataGuard();")]
    [InlineData("private readonly IChatClient _chat; public Desk(IChatClient chat) { _chat = chat; }", "private readonly IChatClient _chat; public Desk(IChatClient chat) { _chat = chat.UsePersonalDataGuard(); }")]
    [InlineData("private readonly IChatClient _chat; public Desk(IChatClient chat) => _chat = chat ?? throw new ArgumentNullException(nameof(chat));", "private readonly IChatClient _chat; public Desk(IChatClient chat) => _chat = (chat ?? throw new ArgumentNullException(nameof(chat))).UsePersonalDataGuard();")]
    [InlineData("private IChatClient _chat { get; } = Factory.Make();", "private IChatClient _chat { get; } = Factory.Make().UsePersonalDataGuard();")]
    public async Task Field_OfTheFile_IsGuardedWhereItIsSet(string before, string after)
    {
        const string Call = " public Task RunAsync(Patient patient) => _chat.GetResponseAsync(patient.Number);";

        await Test(Desk(before + Call)).WithFixed(Desk(after + Call)).RunAsync(Cancellation);
    }

    [Theory]
    [InlineData("var client = Factory.Make();", "client", "var client = Factory.Make().UsePersonalDataGuard();", "client")]
    [InlineData("", "chat", "", "chat.UsePersonalDataGuard()")]
    public async Task Client_OfTheMethod_IsGuarded(string made, string client, string madeAfter, string clientAfter)
    {
        await Test(Desk($"public Task RunAsync(IChatClient chat, Patient patient) {{ {made} return {client}.GetResponseAsync(patient.Number); }}"))
            .WithFixed(Desk($"public Task RunAsync(IChatClient chat, Patient patient) {{ {madeAfter} return {clientAfter}.GetResponseAsync(patient.Number); }}"))
            .RunAsync(Cancellation);
    }

    [Fact]
    public async Task Calls_OfOneClient_FixAllGuardsItOnce()
    {
        const string Calls = " public async Task RunAsync(Patient patient) { await _chat.GetResponseAsync(patient.Number); await _chat.GetResponseAsync(patient.Diagnosis); }";

        await Test(Desk("private readonly IChatClient _chat = Factory.Make();" + Calls))
            .WithFixed(Desk("private readonly IChatClient _chat = Factory.Make().UsePersonalDataGuard();" + Calls))
            .RunFixAllAsync(Cancellation);
    }

    [Theory]
    [InlineData("private readonly Own _chat = new(); public Task RunAsync(Patient patient) => _chat.GetResponseAsync(patient.Number);")]
    [InlineData("public Task RunAsync(Holder holder, Patient patient) => holder.Chat.GetResponseAsync(patient.Number);")]
    public async Task Client_NotOfTheFileOrOfItsOwnType_OffersNoFix(string members)
    {
        await Test(Desk(members)).RunNoFixAsync(Cancellation);
    }

    private static string Desk(string members) => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            {{members}}
        }
        """;

    private static CodeFixTest<PersonalDataFlowAnalyzer, GuardClientCodeFixProvider> Test(string source) =>
        CodeFixTest.For<PersonalDataFlowAnalyzer, GuardClientCodeFixProvider>().WithSource(source).WithSource(FlowSnippets.Types).WithSource("""
            using Microsoft.Extensions.AI;

            public static class Factory { public static IChatClient Make() => throw new NotSupportedException(); }

            public sealed class Holder(IChatClient chat) { public IChatClient Chat { get; } = chat; }

            public sealed class Own : IChatClient
            {
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }
            """);
}
