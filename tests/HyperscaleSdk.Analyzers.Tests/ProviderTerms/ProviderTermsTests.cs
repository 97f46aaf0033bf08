using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ProviderTerms;

public sealed class ProviderTermsTests
{
    private const string Consent = """, "purposes": [ { "id": "improve", "basis": "consent", "kinds": ["name"], "processors": ["upstage"] } ]""";

    [Theory]
    [InlineData("\"trainsOnInput\": false", "trainsOnInput")]
    [InlineData("\"retentionDays\": 30", "retentionDays")]
    [InlineData("\"deletion\": \"30일 뒤 삭제\"", "deletion")]
    [InlineData("\"humanReview\": false", "humanReview")]
    public async Task Term_AbsentOrNull_IsReported(string term, string name)
    {
        var unknown = ProviderSnippets.Registered().Replace(term, $"\"{name}\": null", StringComparison.Ordinal);
        var absent = ProviderSnippets.Registered().Replace(term, $"\"$comment\": \"{name}\"", StringComparison.Ordinal);

        foreach (var policy in new[] { unknown, absent })
        {
            var diagnostics = await Test("builder.[|AddUpstage|]();", policy).RunAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"does not say {name} (", diagnostics[0].Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(Consent, false)]
    public async Task Training_WithoutConsent_IsReported(string purposes, bool isReported) =>
        await Test(
            isReported ? "builder.[|AddUpstage|]();" : "builder.AddUpstage();",
            ProviderSnippets.Registered(rest: purposes).Replace("\"trainsOnInput\": false", "\"trainsOnInput\": true", StringComparison.Ordinal)).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Terms_Known_IsQuiet() => await Test("builder.AddUpstage();", ProviderSnippets.Registered()).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("""{ "version": 1 }""")]
    [InlineData("""{ "version": 1, "processors": [ { "id": "upstage", "role": "onPremises" } ] }""")]
    public async Task Provider_NotRegisteredOrOnPremises_IsQuiet(string policy) => await Test("builder.AddUpstage();", policy).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Project_WithoutPersonalData_IsQuiet() => await AnalyzerTest.For<ProviderTermsAnalyzer>()
        .WithSource(ProviderSnippets.Registration("builder.AddUpstage();")).WithSource(ProviderSnippets.Types)
        .WithAdditionalFile(ProviderSnippets.PolicyPath, """{ "version": 1, "processors": [ { "id": "upstage" } ] }""")
        .RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<ProviderTermsAnalyzer> Test(string call, string policy) => AnalyzerTest.For<ProviderTermsAnalyzer>()
        .WithSource(ProviderSnippets.Registration(call)).WithSource(ProviderSnippets.Types).WithSource(ProviderSnippets.Patient)
        .WithAdditionalFile(ProviderSnippets.PolicyPath, policy);
}
