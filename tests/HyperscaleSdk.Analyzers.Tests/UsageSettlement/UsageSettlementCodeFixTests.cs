using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.UsageSettlement;

public sealed class UsageSettlementCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""var held = await budget.ReserveAsync(10m); await chat.GetResponseAsync("x");""", """await using var held = await budget.ReserveAsync(10m); await chat.GetResponseAsync("x");""")]
    [InlineData("var e = chat.GetStreamingResponseAsync(\"x\").GetAsyncEnumerator(); while (await e.MoveNextAsync()) { }", "await using var e = chat.GetStreamingResponseAsync(\"x\").GetAsyncEnumerator(); while (await e.MoveNextAsync()) { }")]
    [InlineData("// why\n        var held = await budget.ReserveAsync(10m);", "// why\n        await using var held = await budget.ReserveAsync(10m);")]
    [InlineData("VoucherSlip slip = budget.Reserve(10m); await chat.GetResponseAsync(\"x\");", "using VoucherSlip slip = budget.Reserve(10m); await chat.GetResponseAsync(\"x\");")]
    public async Task Reservation_OfAnObject_IsDisposedOnEveryWay(string before, string after) =>
        await Test(before).WithFixed(Desk(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Reservation_DisposedOnSuccess_IsNotDisposedTwice() =>
        await Test("""
            var held = await budget.ReserveAsync(10m);
                    await chat.GetResponseAsync("x");
                    await held.DisposeAsync();
            """).WithFixed(Desk("""
            await using var held = await budget.ReserveAsync(10m);
                    await chat.GetResponseAsync("x");
            """)).RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Reservations_FixAll_AreAllDisposed(FixAllScope scope) =>
        await Test("""var one = await budget.ReserveAsync(1m); var two = await budget.ReserveAsync(2m); await chat.GetResponseAsync("x");""")
            .WithFixed(Desk("""await using var one = await budget.ReserveAsync(1m); await using var two = await budget.ReserveAsync(2m); await chat.GetResponseAsync("x");"""))
            .RunFixAllAsync(scope, Cancellation);

    [Theory]
    [InlineData("""await ledger.ReserveAsync(id); await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1);""")]
    [InlineData("""var held = await budget.ReserveAsync(1m); held = await budget.ReserveAsync(2m); await chat.GetResponseAsync("x");""")]
    public async Task Books_KeptByHand_OfferNoFix(string body) => await Test(body).RunNoFixAsync(Cancellation);

    private static CodeFixTest<UsageSettlementAnalyzer, UsageSettlementCodeFixProvider> Test(string body) =>
        CodeFixTest.For<UsageSettlementAnalyzer, UsageSettlementCodeFixProvider>().WithSource(Desk(body)).WithSource("""
            namespace HyperscaleSdk
            {
                public interface IUsageLedger { ValueTask ReserveAsync(Guid id); ValueTask SettleAsync(Guid id, long? tokens); }
                public sealed class Held : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
                public sealed class VoucherSlip : IDisposable { public void Dispose() { } }
                public sealed class VoucherBudget { public ValueTask<Held> ReserveAsync(decimal krw) => new(new Held()); public VoucherSlip Reserve(decimal krw) => new(); }
            }
            """);

    private static string Desk(string body) => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            public async Task RunAsync(IChatClient chat, IUsageLedger ledger, VoucherBudget budget, Guid id)
            {
                {{body}}
            }
        }
        """;
}
