using System.Globalization;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.Policies;

public sealed class PolicyAnalyzerTests
{
    [Fact]
    public async Task Policy_Correct_IsQuiet() =>
        Assert.Empty(await RunAsync("""{ "version": 1, "purposes": [ { "id": "triage", "basis": "contract" } ] }"""));

    [Fact]
    public async Task Project_WithoutPolicy_IsQuiet() =>
        Assert.Empty(await AnalyzerTest.For<PolicyAnalyzer>().WithSource("class C;").RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Policy_Wrong_IsReportedAtItsLineInTheLanguageOfTheCompiler()
    {
        var english = Assert.Single(await RunAsync("""
            {
              "version": 1,
              "purposes": [
                { "id": "sign-up", "basis": "consent", "kinds": [{|HSAI2010:"residentRegistrationNumber"|}] }
              ]
            }
            """)).Diagnostic;

        Assert.Equal(("HSAI2010", DiagnosticSeverity.Error), (english.Id, english.Severity));
        var place = english.Location.GetLineSpan();
        Assert.Equal(("/repo/hyperscale.policy.json", 3), (place.Path, place.StartLinePosition.Line));
        Assert.Contains("PIPA art. 24-2", english.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("제24조의2", english.GetMessage(CultureInfo.GetCultureInfo("ko-KR")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-30", "\"2026-11-30\"")]
    [InlineData("2026-12-01", "{|HSAI2013:\"2026-11-30\"|}")]
    [InlineData(null, "\"2026-11-30\"")]
    public async Task Voucher_ByTheDayOfTheBuild_Expires(string? date, string end)
    {
        var test = Test($$"""{ "version": 1, "vouchers": [ { "id": "v1", "validUntil": {{end}} } ] }""");
        if (date is not null)
        {
            test.WithProperty("HyperscaleDate", date);
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Policies_Two_TheSecondIsReported()
    {
        var diagnostics = await Test("""{ "version": 1 }""").WithAdditionalFile("/other/hyperscale.policy.json", "{|HSAI2016:|}oops").RunAsync(TestContext.Current.CancellationToken);

        var diagnostic = Assert.Single(diagnostics).Diagnostic;
        Assert.Equal(("HSAI2016", "/other/hyperscale.policy.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
    }

    [Fact]
    public async Task File_ListedAsPolicyUnderAnotherName_IsRead()
    {
        var diagnostics = await AnalyzerTest.For<PolicyAnalyzer>().WithSource("class C;").WithAdditionalFile("/repo/clinic.json", "{{|HSAI2001:|}")
            .WithOption("build_metadata.AdditionalFiles.SourceItemType", "HyperscalePolicy").RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal("HSAI2001", Assert.Single(diagnostics).Diagnostic.Id);
    }

    private static AnalyzerTest<PolicyAnalyzer> Test(string policy) =>
        AnalyzerTest.For<PolicyAnalyzer>().WithSource("class C;").WithAdditionalFile("/repo/hyperscale.policy.json", policy);

    private static Task<IReadOnlyList<ReportedDiagnostic>> RunAsync(string policy) => Test(policy).RunAsync(TestContext.Current.CancellationToken);
}
