using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;

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
