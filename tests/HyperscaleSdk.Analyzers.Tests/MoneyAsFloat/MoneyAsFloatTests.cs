using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.MoneyAsFloat;

public sealed class MoneyAsFloatTests
{
    private const string Ledger = """
        namespace HyperscaleSdk { public interface IUsageLedger; public sealed record UsageRow(decimal? CostKrw, decimal Fee); }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("public double [|CostKrw|] { get; set; }")]
    [InlineData("private readonly float? [|_monthlyBudget|] = null; public object? O => _monthlyBudget;")]
    [InlineData("public const double [|PricePerToken|] = 0.005;")]
    [InlineData("public double [|총비용|] { get; set; }")]
    [InlineData("public double [|biyong|];")]
    [InlineData("public double [|TotalFee|]() => 3;")]
    [InlineData("public void Pay(double [|amount|]) { }")]
    [InlineData("public record Row(string Id, double [|SupplyAmount|]);")]
    [InlineData("public int F() { double [|cost|] = 1.5; var [|price|] = 2.5; return (int)(cost + price); }")]
    [InlineData("public double F(HyperscaleSdk.UsageRow row) { return [|(double)row.Fee|]; }")]
    [InlineData("public double F(HyperscaleSdk.UsageRow row) { var sum = [|(double)row.CostKrw!.Value|] * 3; return Math.Round([|(float)row.Fee|]) + sum; }")]
    public async Task Money_AsFloat_IsReported(string members)
    {
        var diagnostics = await Test(members).WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

        Assert.All(diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Diagnostic.Severity));
    }

    [Theory]
    [InlineData("public decimal CostKrw { get; set; }")]
    [InlineData("public double CostRatio { get; set; } public double PriceChangePercent; public double BudgetShare; public double costFunction(double x) => x;")]
    [InlineData("public double 비용비율; public double 환율; public double ExchangeRate { get; set; }")]
    [InlineData("public double TokenBudget; public double ErrorBudget; public double ScrollAmount; public double BatteryCharge; public double GamesWon;")]
    [InlineData("public double CostUsd; public double PathCost; public double CostAxisWidth; public long PriceWon; public string Price = string.Empty;")]
    [InlineData("public sealed class CostChart { public double Cost; public double Price { get; set; } }")]
    [InlineData("public interface IPriced { double {|HSAI0023:Price|} { get; } } public sealed class P : IPriced { public double Price => 1; }")]
    [InlineData("public double F(HyperscaleSdk.UsageRow row, decimal all) => (double)row.Fee / (double)all;")]
    [InlineData("public string F(HyperscaleSdk.UsageRow row) => $\"{(double)row.Fee:N0}\" + ((double)row.Fee).ToString(\"N0\");")]
    [InlineData("public void F(HyperscaleSdk.UsageRow row, Action<double> draw) { draw((double)row.Fee); var y = (double)row.Fee; draw(y); }")]
    [InlineData("public double F(decimal tokens) { return (double)tokens; }")]
    [InlineData("public DateOnly RateDate; public decimal F(decimal usd, decimal exchangeRate) => usd * exchangeRate;")]
    [InlineData("public decimal F(decimal usd, decimal usdToKrw, DateOnly day) => usd * usdToKrw + day.Day;")]
    [InlineData("public sealed record Rate(decimal UsdToKrw, DateOnly On); public decimal F(decimal usd, Rate rate) => usd * rate.UsdToKrw;")]
    [InlineData("public decimal F(decimal usd, decimal rate) => usd * rate;")]
    public async Task RatioChartDatedRate_IsNotReported(string members) => await Test(members).WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

    [Theory]
    [InlineData("public decimal F(decimal usd, decimal exchangeRate) => [|usd * exchangeRate|];")]
    [InlineData("public sealed record Foreign(decimal Usd, decimal UsdToKrw) { public decimal Krw => [|UsdToKrw * Usd|]; }")]
    [InlineData("public decimal 적용환율; public decimal F(decimal usd) => [|usd * 적용환율|];")]
    public async Task Rate_WithoutDate_IsReported(string members) => await Test(members).WithProperty("HyperscaleVoucher", "true").RunAsync(Cancellation);

    [Fact]
    public async Task Money_NoVoucherAndLedgerUsed_IsInformation()
    {
        var diagnostics = await Test("public double [|Cost|]; public HyperscaleSdk.IUsageLedger? Ledger;").RunAsync(Cancellation);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(diagnostics).Diagnostic.Severity);
    }

    [Fact]
    public async Task Money_NoVoucherNoLedger_IsNotReported() =>
        await AnalyzerTest.For<MoneyAsFloatAnalyzer>().WithSource("public class C { public double Cost; }").RunAsync(Cancellation);

    [Fact]
    public async Task Money_InTestProject_IsNotReported() =>
        await Test("public double Cost;").WithProperty("HyperscaleVoucher", "true").WithProperty("IsTestProject", "true").RunAsync(Cancellation);

    [Theory]
    [InlineData("ko", "'Cost'은(는) 원화 금액을 double(으)로 다루어")]
    [InlineData("en", "'Cost' holds won as double, which rounds")]
    public async Task Message_NamesTheMember(string culture, string expected)
    {
        var diagnostics = await Test("public double [|Cost|];").WithProperty("HyperscaleVoucher", "true").WithCulture(culture).RunAsync(Cancellation);

        Assert.Contains(expected, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public double CostKrw { get; set; } = 1.5;", "public decimal CostKrw { get; set; } = 1.5m;")]
    [InlineData("public const double PricePerToken = 0.5d;", "public const decimal PricePerToken = 0.5m;")]
    [InlineData("public float? Fee;", "public decimal? Fee;")]
    [InlineData("public record Row(double Price = 2.0);", "public record Row(decimal Price = 2.0m);")]
    [InlineData("public double TotalFee() => 1.5 + 2;", "public decimal TotalFee() => 1.5m + 2;")]
    [InlineData("public string F() { var cost = 1.5; return cost.ToString(); }", "public string F() { var cost = 1.5m; return cost.ToString(); }")]
    [InlineData("public string F(decimal fee) { double cost = (double)fee; return $\"{cost}\"; }", "public string F(decimal fee) { decimal cost = fee; return $\"{cost}\"; }")]
    [InlineData("public string F(decimal fee) { var sum = (double)fee; return $\"{sum}\"; }", "public string F(decimal fee) { var sum = fee; return $\"{sum}\"; }")]
    public async Task Money_AsFloat_BecomesDecimal(string before, string after) => await Fix(before).WithFixed(InClass(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Money_FixAll_AllBecomeDecimal() =>
        await Fix("public double Cost = 1.5; public double Fee = 2;").WithFixed(InClass("public decimal Cost = 1.5m; public decimal Fee = 2;")).RunFixAllAsync(Cancellation);

    [Theory]
    [InlineData("public double Cost = Math.Sqrt(2);")]
    [InlineData("public double Cost; public double Half => Cost * 0.5;")]
    [InlineData("public void F() { double cost = 1.5, ratio = 0.5; Console.WriteLine(cost * ratio); }")]
    public async Task Money_UsedAsDouble_OffersNoFix(string members) => await Fix(members).RunNoFixAsync(Cancellation);

    private static string InClass(string members) => $$"""
        public class Billing
        {
            {{members}}
        }
        """;

    private static AnalyzerTest<MoneyAsFloatAnalyzer> Test(string members) => AnalyzerTest.For<MoneyAsFloatAnalyzer>().WithSource(InClass(members)).WithSource(Ledger);

    private static CodeFixTest<MoneyAsFloatAnalyzer, MoneyAsFloatCodeFixProvider> Fix(string members) =>
        CodeFixTest.For<MoneyAsFloatAnalyzer, MoneyAsFloatCodeFixProvider>().WithSource(InClass(members)).WithSource(Ledger).WithProperty("HyperscaleVoucher", "true");
}
