using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Policies;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.Destination;

public sealed class DestinationTests
{
    private const string Sensitive = """, "purposes": [ { "id": "complaints", "basis": "publicTask", "processors": ["upstage"], "grade": "S" } ]""";

    [Theory]
    [InlineData("""{ "version": 1 }""")]
    [InlineData("""{ "version": 1, "processors": [ { "id": "upstage" } ] }""")]
    [InlineData("""{ "version": 1, "processors": [ { "id": "upstage", "approved": false } ] }""")]
    public async Task Institution_ProviderNotApproved_IsAnError(string policy)
    {
        var diagnostics = await Test("builder.[|AddUpstage|]();", policy).WithProperty("HyperscaleProfile", "public").RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticSeverity.Error, diagnostics[0].Diagnostic.Severity);
    }

    [Fact]
    public async Task Institution_SaidByThePolicy_IsAnError() =>
        await Test("builder.[|AddUpstage|]();", """{ "version": 1, "profile": "public" }""").RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Institution_WithoutPolicy_IsAnError() => await AnalyzerTest.For<DestinationAnalyzer>()
        .WithSource(ProviderSnippets.Registration("builder.[|AddUpstage|]();")).WithSource(ProviderSnippets.Types)
        .WithProperty("HyperscaleProfile", "public").RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(", \"approved\": true", "")]
    [InlineData(", \"approved\": true, \"allowedGrades\": [\"O\", \"S\"]", Sensitive)]
    public async Task Institution_ApprovedProvider_IsQuiet(string more, string purposes) =>
        await Test("builder.AddUpstage();", ProviderSnippets.Registered(more, purposes)).WithProperty("HyperscaleProfile", "public").RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(", \"approved\": true, \"allowedGrades\": [\"O\"]")]
    [InlineData(", \"approved\": true")]
    public async Task Institution_DataOfAHigherGrade_IsReported(string more)
    {
        var diagnostics = await Test("builder.[|AddUpstage|]();", ProviderSnippets.Registered(more, Sensitive)).WithProperty("HyperscaleProfile", "public").RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("'complaints' sends it grade S", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("builder.AddUpstage();", "")]
    [InlineData("builder.[|AddUpstage|]();", ", \"approved\": false")]
    [InlineData("builder.[|AddUpstage|]();", ", \"allowedGrades\": [\"O\"]")]
    public async Task Company_IsHeldToWhatItsPolicySays(string call, string more)
    {
        var diagnostics = await Test(call, ProviderSnippets.Registered(more, Sensitive)).RunAsync(TestContext.Current.CancellationToken);

        Assert.All(diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Diagnostic.Severity));
    }

    [Fact]
    public async Task Company_WithoutPolicy_IsQuiet() => await AnalyzerTest.For<DestinationAnalyzer>()
        .WithSource(ProviderSnippets.Registration("builder.AddUpstage();")).WithSource(ProviderSnippets.Types).RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<DestinationAnalyzer> Test(string call, string policy) => AnalyzerTest.For<DestinationAnalyzer>()
        .WithSource(ProviderSnippets.Registration(call)).WithSource(ProviderSnippets.Types).WithAdditionalFile(ProviderSnippets.PolicyPath, policy);
}
