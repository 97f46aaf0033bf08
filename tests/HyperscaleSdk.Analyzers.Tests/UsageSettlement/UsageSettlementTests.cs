using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.UsageSettlement;

public sealed class UsageSettlementTests
{
    private const string Types = """
        namespace HyperscaleSdk
        {
            public interface IUsageLedger { ValueTask ReserveAsync(Guid id); ValueTask SettleAsync(Guid id, long? tokens); }
            public sealed class Held : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            public sealed class VoucherBudget { public ValueTask<Held> ReserveAsync(decimal krw) => new(new Held()); }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("success only", """await [|ledger.ReserveAsync(id)|]; await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1);""")]
    [InlineData("never", """await [|ledger.ReserveAsync(id)|]; await chat.GetResponseAsync("x");""")]
    [InlineData("one kind of failure", """await [|ledger.ReserveAsync(id)|]; try { await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1); } catch (TimeoutException) { await ledger.SettleAsync(id, null); }""")]
    [InlineData("failure only", """await [|ledger.ReserveAsync(id)|]; try { await chat.GetResponseAsync("x"); } catch { await ledger.SettleAsync(id, null); throw; }""")]
    [InlineData("object without using", """var held = await [|budget.ReserveAsync(10m)|]; await chat.GetResponseAsync("x"); await held.DisposeAsync();""")]
    [InlineData("dropped", """await [|budget.ReserveAsync(10m)|]; await chat.GetResponseAsync("x");""")]
    [InlineData("discarded", """_ = await [|budget.ReserveAsync(10m)|].ConfigureAwait(false); await chat.GetResponseAsync("x");""")]
    [InlineData("settled in a branch", """await [|ledger.ReserveAsync(id)|]; if (id != default) { await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1); }""")]
    [InlineData("lambda", """Func<Task> run = async () => { await [|ledger.ReserveAsync(id)|]; await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1); }; await run();""")]
    [InlineData("enumerator", """var e = [|chat.GetStreamingResponseAsync("x").GetAsyncEnumerator()|]; while (await e.MoveNextAsync()) { }""")]
    [InlineData("stream without usage", """await ledger.ReserveAsync(id); try { await foreach (var u in [|chat.GetStreamingResponseAsync("x")|]) { GC.KeepAlive(u.Text); } } finally { await ledger.SettleAsync(id, null); }""")]
    public async Task Reservation_OpenOnSomeWay_IsReported(string variant, string body) =>
        Assert.True((await Test(body).RunAsync(Cancellation)).Count == 1, variant);

    [Theory]
    [InlineData("finally", """await ledger.ReserveAsync(id); try { await chat.GetResponseAsync("x"); } finally { await ledger.SettleAsync(id, 1); }""")]
    [InlineData("around", """try { await ledger.ReserveAsync(id); await chat.GetResponseAsync("x"); } finally { await ledger.SettleAsync(id, 1); }""")]
    [InlineData("catch all and success", """await ledger.ReserveAsync(id); try { await chat.GetResponseAsync("x"); await ledger.SettleAsync(id, 1); } catch (Exception) { await ledger.SettleAsync(id, null); throw; }""")]
    [InlineData("helper in finally", """await ledger.ReserveAsync(id); try { await chat.GetResponseAsync("x"); } finally { await EndAsync(ledger, id); }""")]
    [InlineData("await using", """await using var held = await budget.ReserveAsync(10m); await chat.GetResponseAsync("x");""")]
    [InlineData("disposed in finally", """var held = await budget.ReserveAsync(10m); try { await chat.GetResponseAsync("x"); } finally { await held.DisposeAsync(); }""")]
    [InlineData("using statement", """await using (await budget.ReserveAsync(10m)) { await chat.GetResponseAsync("x"); }""")]
    [InlineData("handed on", """var held = await budget.ReserveAsync(10m); Keep(held); static void Keep(Held h) => GC.KeepAlive(h);""")]
    [InlineData("local function in finally", """await ledger.ReserveAsync(id); try { await chat.GetResponseAsync("x"); } finally { await End(); } async Task End() => await ledger.SettleAsync(id, 1);""")]
    [InlineData("enumerator with using", """await using var e = chat.GetStreamingResponseAsync("x").GetAsyncEnumerator(); while (await e.MoveNextAsync()) { }""")]
    [InlineData("stream with usage", """await ledger.ReserveAsync(id); long? n = null; try { await foreach (var u in chat.GetStreamingResponseAsync("x")) { n = u.Contents.OfType<UsageContent>().FirstOrDefault()?.Details.TotalTokenCount ?? n; } } finally { await ledger.SettleAsync(id, n); }""")]
    [InlineData("plain stream", """await foreach (var u in chat.GetStreamingResponseAsync("x")) { GC.KeepAlive(u.Text); }""")]
    public async Task Reservation_SettledOnEveryWay_IsNotReported(string variant, string body) =>
        Assert.True((await Test(body).RunAsync(Cancellation)).Count == 0, variant);

    [Fact]
    public async Task Helper_SettlesInDispose_IsNotReported() =>
        Assert.Empty(await AnalyzerTest.For<UsageSettlementAnalyzer>().WithSource("""
            using HyperscaleSdk;

            public sealed class Scope(IUsageLedger ledger, Guid id) : IAsyncDisposable
            {
                public ValueTask StartAsync() => ledger.ReserveAsync(id);

                public ValueTask DisposeAsync() => ledger.SettleAsync(id, null);
            }
            """).WithSource(Types).RunAsync(Cancellation));

    [Fact]
    public async Task Message_InKorean_SaysWhatIsOpen()
    {
        var diagnostics = await Test("""await [|ledger.ReserveAsync(id)|]; await chat.GetResponseAsync("x");""").WithCulture("ko-KR").RunAsync(Cancellation);

        Assert.Contains("호출이 실패하거나 취소되면 정산되지 않습니다", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    private static AnalyzerTest<UsageSettlementAnalyzer> Test(string body) => AnalyzerTest.For<UsageSettlementAnalyzer>().WithSource($$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk
        {
            public async Task RunAsync(IChatClient chat, IUsageLedger ledger, VoucherBudget budget, Guid id)
            {
                {{body}}
            }

            private static ValueTask EndAsync(IUsageLedger ledger, Guid id) => ledger.SettleAsync(id, null);
        }
        """).WithSource(Types);
}
