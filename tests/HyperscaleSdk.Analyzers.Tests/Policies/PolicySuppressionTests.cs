using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.UsageLedger;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests.Policies;

/// <summary>What somebody answers for in the policy is not reported.</summary>
public sealed class PolicySuppressionTests
{
    private const string Types = """
        namespace HyperscaleSdk
        {
            public interface IUsageLedger { ValueTask ReserveAsync(Guid id); ValueTask SettleAsync(Guid id, long? tokens); }
        }

        public sealed class Card { [HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.Phone)] public string Phone { get; set; } = ""; }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "rule": "HSAI0007", "place": "Test0.cs", "justification": "가명 자료", "expiry": "2026-12-31" }""", 0)]
    [InlineData("""{ "rule": "HSAI0007", "place": "Test0.cs", "justification": "가명 자료", "expiry": "2026-11-01" }""", 1)]
    [InlineData("""{ "rule": "HSAI0007", "place": "Other.cs", "justification": "가명 자료" }""", 1)]
    [InlineData("""{ "rule": "HSAI0001", "place": "Test0.cs", "justification": "가명 자료", "expiry": "2026-12-31" }""", 1)]
    public async Task PersonalData_ThatSomebodyAnswersFor_IsQuietWhileTheEntryHolds(string entry, int reports)
    {
        const string Value = "card.Phone";
        var body = $"public Task RunAsync(Card card) => chat.GetResponseAsync({(reports > 0 ? "{|HSAI0007:" + Value + "|}" : Value)});";

        Assert.Equal(reports, (await Test<PersonalDataFlowAnalyzer>(body, entry).WithOnly("HSAI0007").WithSource(Types).RunAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Retry_ThatSomebodyAnswersFor_IsQuiet() => Assert.Empty(await Test<RetryAnalyzer>(
        """public async Task RunAsync() { for (var i = 0; i < 3; i++) { try { await chat.GetResponseAsync("x"); return; } catch (Exception) { } } }""",
        """{ "rule": "HSAI0021", "place": "**", "justification": "공급기업이 중복 요청을 구별함" }""").WithSource(Types).RunAsync(Cancellation));

    [Fact]
    public async Task Reservation_ThatSomebodyAnswersFor_IsQuiet() => Assert.Empty(await Test<UsageSettlementAnalyzer>(
        """public async Task RunAsync(HyperscaleSdk.IUsageLedger ledger, Guid id) { await ledger.ReserveAsync(id); await chat.GetResponseAsync("x"); }""",
        """{ "rule": "HSAI0019", "place": "**", "justification": "야간 작업이 정산함" }""").WithSource(Types).RunAsync(Cancellation));

    [Fact]
    public async Task Client_ThatSomebodyAnswersFor_IsQuiet()
    {
        const string Ledger = """public async Task RunAsync() { var c = new SolarChatClient(); await c.GetResponseAsync("x"); }""";
        const string Budget = """public async Task RunAsync() { var c = HyperscaleSdk.UsageLedgerExtensions.UseUsageLedger(new SolarChatClient(), null!); await c.GetResponseAsync("x"); }""";

        Assert.Empty(await Test<UsageLedgerAnalyzer>(Ledger, """{ "rule": "HSAI0003", "place": "**", "justification": "게이트웨이가 기록함", "expiry": "2026-12-31" }""").WithSource(LedgerSnippets.Types).RunAsync(Cancellation));
        Assert.Empty(await Test<VoucherBudgetAnalyzer>(Budget, """{ "rule": "HSAI0015", "place": "**", "justification": "게이트웨이가 예산을 확인함" }""").WithSource(LedgerSnippets.Types).RunAsync(Cancellation));
    }

    [Fact]
    public async Task Rules_WithoutAFlowOrALedger_AskThePolicyToo()
    {
        Assert.Empty(await Test<InsecureTransportAnalyzer>(
            """public Uri Address { get; } = new("http://api.upstage.ai/v1");""", """{ "rule": "HSAI0014", "place": "**", "justification": "사내 중계 서버", "expiry": "2026-12-31" }""").RunAsync(Cancellation));
        Assert.Empty(await Test<OutputExecutedAnalyzer>(
            """public async Task RunAsync() => System.IO.File.ReadAllText((await chat.GetResponseAsync("x")).Text);""",
            """{ "rule": "HSAI0026", "place": "**", "justification": "격리된 폴더에서만 실행" }""").RunAsync(Cancellation));
        Assert.Empty(await Test<SensitiveTelemetryAnalyzer>(
            """public void Start() => Environment.SetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true");""",
            """{ "rule": "HSAI0010", "place": "**", "justification": "시험 환경" }""").RunAsync(Cancellation));
    }

    private static AnalyzerTest<TAnalyzer> Test<TAnalyzer>(string member, string entry)
        where TAnalyzer : DiagnosticAnalyzer, new() => AnalyzerTest.For<TAnalyzer>()
        .WithProperty("HyperscaleVoucher", "true").WithProperty("HyperscaleDate", "2026-11-27")
        .WithAdditionalFile("/hyperscale.policy.json", $$"""{ "version": 1, "suppressions": [ {{entry}} ] }""")
        .WithSource($$"""
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                {{member}}

                private object Used => chat;
            }
            """);
}
