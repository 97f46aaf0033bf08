using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.EvidenceRetention;

public sealed class EvidenceRetentionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("var o = new LedgerOptions { Retention = [|TimeSpan.FromDays(365)|] };")]
    [InlineData("ledger.RetentionDays = [|90|];")]
    [InlineData("GC.KeepAlive(new UsageLedgerStore(retention: [|TimeSpan.FromDays(30)|]));")]
    [InlineData("ledger.Retention = [|Keep|];")]
    [InlineData("var keep = TimeSpan.FromDays(30); ledger.Retention = [|keep|];")]
    [InlineData("var copy = new AuditRecord() with { RetentionDays = [|30|] }; GC.KeepAlive(copy);")]
    [InlineData("log.Retention = [|TimeSpan.FromDays(30)|];")]
    public async Task Retention_TooShort_IsReported(string body) => await Test(body).WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

    [Theory]
    [InlineData("ledger.Retention = TimeSpan.FromDays(5 * 365 + 2); ledger.RetentionDays = 1827; log.Retention = TimeSpan.FromDays(366);")]
    [InlineData("if (IsDevelopment()) { ledger.Retention = TimeSpan.FromDays(1); }")]
    [InlineData("var keep = TimeSpan.FromDays(30); keep = TimeSpan.FromDays(3650); ledger.Retention = keep;")]
    [InlineData("ledger.Retention = EvidenceDefaults.Retention;")]
    [InlineData("cache.Retention = TimeSpan.FromDays(1);")]
    [InlineData("ledger.RetentionDays = days; ledger.RetentionDays = 0;")]
    public async Task Retention_LongEnoughOrDevelopment_IsNotReported(string body) => await Test(body).WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

    [Fact]
    public async Task Retention_ThatATypeStartsWith_IsReported() => await AnalyzerTest.For<EvidenceRetentionAnalyzer>().WithProperty("HyperscaleVoucher", "true").WithSource("""
        public sealed class AuditOptions { public TimeSpan Retention { get; set; } = [|TimeSpan.FromDays(90)|]; }
        public static class UsageLedgerDefaults { public const int RetentionDays = [|365|]; public static readonly int RetentionYears = 5; }
        """).RunAsync(Cancellation);

    [Fact]
    public async Task Ledger_WithoutVoucher_IsNotReported() => await Test("ledger.RetentionDays = 90;").RunAsync(Cancellation);

    [Theory]
    [InlineData("ledger.Retention = TimeSpan.FromDays(30);", "ledger.Retention = System.TimeSpan.FromDays(5 * 365 + 2);")]
    [InlineData("ledger.RetentionDays = 90;", "ledger.RetentionDays = 5 * 365 + 2;")]
    public async Task Retention_TooShort_BecomesMinimum(string before, string after) =>
        await CodeFixTest.For<EvidenceRetentionAnalyzer, EvidenceRetentionCodeFixProvider>().WithSource(InMethod(before)).WithFixed(InMethod(after))
            .WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

    private static AnalyzerTest<EvidenceRetentionAnalyzer> Test(string body) => AnalyzerTest.For<EvidenceRetentionAnalyzer>().WithSource(InMethod(body));

    private static string InMethod(string body) => $$"""
        public sealed class LedgerOptions { public TimeSpan Retention { get; set; } public int RetentionDays { get; set; } }
        public sealed class AccessLogOptions { public TimeSpan Retention { get; set; } }
        public sealed class UsageLedgerStore(TimeSpan retention) { public TimeSpan Kept { get; } = retention; }
        public sealed record AuditRecord { public int RetentionDays { get; init; } = 1827; }
        public static class EvidenceDefaults { public static readonly TimeSpan Retention = TimeSpan.FromDays(1827); }
        public sealed class UsageCacheOptions { public TimeSpan Retention { get; set; } }
        public static class Startup
        {
            private static readonly TimeSpan Keep = TimeSpan.FromDays(30);
            private static bool IsDevelopment() => true;
            public static void Run(LedgerOptions ledger, AccessLogOptions log, UsageCacheOptions cache, int days)
            {
                {{body}}
            }
        }
        """;
}
