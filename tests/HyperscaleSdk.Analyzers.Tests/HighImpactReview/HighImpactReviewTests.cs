using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.HighImpactReview;

public sealed class HighImpactReviewTests
{
    private const string Policy = """
        { "version": 1, "purposes": [ { "id": "grading", "basis": "publicTask", "domain": "studentAssessment" } ]{{more}} }
        """;

    [Theory]
    [InlineData("ResumeScreening", "RunAsync", "hiring")]
    [InlineData("Applicants", "RankApplicantAsync", "hiring")]
    [InlineData("LoanDesk", "DecideLoanAsync", "lending")]
    [InlineData("CreditScoring", "RunAsync", "lending")]
    [InlineData("PatientTriage", "RunAsync", "healthCare")]
    [InlineData("대출심사", "실행", "lending")]
    [InlineData("채용", "지원자평가", "hiring")]
    [InlineData("WelfareEligibility", "RunAsync", "publicDecision")]
    public async Task Code_NamedAfterADecisionAboutPeople_IsReported(string type, string method, string domain)
    {
        var diagnostics = await Test(type, $"[|{method}|]").RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"'{domain}'", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LoanWords", "ExplainAsync")]
    [InlineData("CreditCardPayment", "SummariseAsync")]
    [InlineData("CodeReview", "RunAsync")]
    [InlineData("DocumentRanking", "ScoreAsync")]
    [InlineData("PatientSupport", "AnswerAsync")]
    [InlineData("학생안내", "답변")]
    public async Task Code_NamedOtherwise_IsQuiet(string type, string method) => await Test(type, method).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Purpose_DeclaredHighImpact_IsReported() => await Test("Desk", "[|RunAsync|]", "[HyperscaleSdk.AiPurpose(\"grading\")]")
        .WithAdditionalFile(ProviderSnippets.PolicyPath, Policy.Replace("{{more}}", "", StringComparison.Ordinal)).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("notApplicable")]
    [InlineData("highImpact")]
    public async Task Purpose_Reviewed_IsQuiet(string result) => await Test("Desk", "RunAsync", "[HyperscaleSdk.AiPurpose(\"grading\")]")
        .WithAdditionalFile(
            ProviderSnippets.PolicyPath,
            Policy.Replace("{{more}}", $$""", "highImpactReviews": [ { "domain": "studentAssessment", "result": "{{result}}", "date": "2026-05-01" } ]""", StringComparison.Ordinal))
        .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Method_WithoutAi_IsQuiet() => await Wrap(AnalyzerTest.For<HighImpactReviewAnalyzer>()
        .WithSource("public sealed class CreditScoring { public int Run(int income) => income / 1000; }")).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("HyperscaleRole", "None")]
    [InlineData("IsTestProject", "true")]
    public async Task Project_WithoutRoleOrOfTests_IsQuiet(string property, string value) =>
        await Test("CreditScoring", "RunAsync").WithProperty(property, value).RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<HighImpactReviewAnalyzer> Test(string type, string method, string attribute = "") => Wrap(AnalyzerTest.For<HighImpactReviewAnalyzer>().WithSource($$"""
        using Microsoft.Extensions.AI;

        public sealed class {{type}}(IChatClient chat)
        {
            {{attribute}}
            public async Task<string> {{method}}(string text)
            {
                var first = await chat.GetResponseAsync(text);
                return (await chat.GetResponseAsync(first.Text)).Text;
            }
        }
        """));

    private static AnalyzerTest<HighImpactReviewAnalyzer> Wrap(AnalyzerTest<HighImpactReviewAnalyzer> test) =>
        test.WithSource(ProviderSnippets.Types).WithProperty("HyperscaleRole", "Internal");
}
