using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.Suppression;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("#pragma warning disable [|HSAI0007|]")]
    [InlineData("#pragma warning disable CS0168, [|HSAI0007|], [|HSAI0010|]")]
    [InlineData("#pragma warning disable [|HSAI0007|] // TODO")]
    [InlineData("#pragma warning disable [|HSAI0001|] // the number is made up")]
    [InlineData("#pragma warning disable [|HSAI0001|] // the number is made up, until 2026-11-26")]
    [InlineData("#pragma warning disable [|HSAI0007|] // reviewed; expires: 2025-01-31")]
    public async Task Pragma_WithoutReasonOrEnd_IsReported(string pragma) => await Test($"{pragma}\nclass C;").RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("#pragma warning disable HSAI0007 // names of products, not of persons")]
    [InlineData("// names of products, not of persons\n#pragma warning disable HSAI0007")]
    [InlineData("#pragma warning disable HSAI0001 // made-up number of the test bench, until 2026-12-31")]
    [InlineData("#pragma warning disable HSAI0001 // 시험용으로 만든 번호, 2026-12-31까지")]
    [InlineData("#pragma warning disable HSAI0001 // 시험용으로 만든 번호(기한: 2026-12-31)")]
    [InlineData("#pragma warning restore HSAI0007")]
    [InlineData("#pragma warning disable")]
    [InlineData("#pragma warning disable CA1822, HSAI3001")]
    public async Task Pragma_WithReason_IsQuiet(string pragma) => await Test($"{pragma}\nclass C;").RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("[[|SuppressMessage(\"PersonalData\", \"HSAI0007\")|]]")]
    [InlineData("[[|SuppressMessage(\"PersonalData\", \"HSAI0007:Unredacted personal data\", Justification = \"<Pending>\")|]]")]
    [InlineData("[[|SuppressMessage(\"PersonalData\", \"HSAI0001\", Justification = \"made-up number\")|]]")]
    public async Task Attribute_WithoutReasonOrEnd_IsReported(string attribute) => await TestAttribute(attribute).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("[SuppressMessage(\"PersonalData\", \"HSAI0007\", Justification = \"product names\")]")]
    [InlineData("[SuppressMessage(\"PersonalData\", \"HSAI0001\", Justification = \"made-up number, expiry 2027-03-31\")]")]
    [InlineData("[SuppressMessage(\"Performance\", \"CA1822\")]")]
    public async Task Attribute_WithReason_IsQuiet(string attribute) => await TestAttribute(attribute).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Pragma_ThatThePolicyAnswersFor_IsQuiet() => await Test("#pragma warning disable HSAI0007\nclass C;")
        .WithAdditionalFile("/hyperscale.policy.json", """{ "version": 1, "suppressions": [ { "rule": "HSAI0007", "place": "Test0.cs", "justification": "상품명" } ] }""")
        .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Rule_OffInTheProject_IsReportedWithoutAPlace()
    {
        var diagnostic = Assert.Single(await Test("class C;").AllowingUnplaced().WithSeverity("HSAI0001", ReportDiagnostic.Suppress).RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Location.None, diagnostic.Diagnostic.Location);
        Assert.Contains("HSAI0001 is switched off for the project", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_OffInAFile_IsReportedOnce()
    {
        var diagnostic = Assert.Single(await Test("class C;").WithSource("class D;").AllowingUnplaced().WithCulture("ko-KR")
            .WithSeverity("Test0.cs", "HSAI0007", ReportDiagnostic.Suppress).WithSeverity("Test1.cs", "HSAI0007", ReportDiagnostic.Hidden).RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains("HSAI0007 규칙을 구성(.editorconfig)으로 파일 2개('Test0.cs' 등)에서", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_OffEverywhere_IsReported()
    {
        Assert.Single(await Test("class C;").AllowingUnplaced().WithSeverity("*", "HSAI0010", ReportDiagnostic.Suppress).RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(28, (await Test("class C;").AllowingUnplaced().WithOption("dotnet_analyzer_diagnostic.severity", "none").RunAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Theory]
    [InlineData("HSAI0007", ReportDiagnostic.Warn)]
    [InlineData("HSAI0007", ReportDiagnostic.Error)]
    [InlineData("HSAI0007", ReportDiagnostic.Info)]
    [InlineData("HSAI3001", ReportDiagnostic.Suppress)]
    [InlineData("CA1822", ReportDiagnostic.Suppress)]
    public async Task Rule_OfAnotherSeverityOrAnotherTool_IsQuiet(string id, ReportDiagnostic severity) =>
        Assert.Empty(await Test("class C;").WithSeverity(id, severity).WithSeverity("Test0.cs", id, severity).RunAsync(TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("{ \"rule\": \"HSAI0007\", \"place\": \"**\", \"justification\": \"상품명\" }", 0)]
    [InlineData("{ \"rule\": \"HSAI0007\", \"place\": \"Test0.cs\", \"justification\": \"상품명\" }", 1)]
    [InlineData("{ \"rule\": \"HSAI0010\", \"place\": \"**\", \"justification\": \"상품명\" }", 1)]
    [InlineData("{ \"rule\": \"HSAI0007\", \"place\": \"**\", \"justification\": \"상품명\", \"expiry\": \"2026-11-26\" }", 1)]
    public async Task Rule_OffWithAnEntryOfThePolicy_IsQuietWhereItCovers(string entry, int reports) =>
        Assert.Equal(reports, (await Test("class C;").WithSource("class D;").AllowingUnplaced().WithSeverity("HSAI0007", ReportDiagnostic.Suppress)
            .WithAdditionalFile("/hyperscale.policy.json", $$"""{ "version": 1, "suppressions": [ {{entry}} ] }""").RunAsync(TestContext.Current.CancellationToken)).Count);

    [Theory]
    [InlineData("2027-03-08", "\"2026-11-22\"")]
    [InlineData("2027-03-09", "[|\"2026-11-22\"|]")]
    public async Task RulePack_OlderThanAChangeOfTheLaw_IsReportedFromItsDay(string today, string pack)
    {
        var diagnostics = await AnalyzerTest.For<SuppressionAnalyzer>().WithSource("class C;")
            .WithAdditionalFile(ProviderSnippets.PolicyPath, $$"""{ "version": 1, "rulePack": {{pack}} }""")
            .WithProperty("HyperscaleDate", today).RunAsync(TestContext.Current.CancellationToken);

        Assert.All(diagnostics, diagnostic => Assert.Contains("Act no. 21910", diagnostic.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_OfTests_IsQuiet() =>
        await Test("#pragma warning disable HSAI0007\nclass C;").WithProperty("IsTestProject", "true").RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<SuppressionAnalyzer> Test(string source) =>
        AnalyzerTest.For<SuppressionAnalyzer>().WithSource(source).WithProperty("HyperscaleDate", "2026-11-27");

    private static AnalyzerTest<SuppressionAnalyzer> TestAttribute(string attribute) => Test($"using System.Diagnostics.CodeAnalysis;\n{attribute}\nclass C;");
}
