using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>Severity by confidence and by whose rules apply.</summary>
public sealed class FlowSeverityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HSAI0001", "[HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.ResidentRegistrationNumber)] public string Value", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("HSAI0001", "public string ResidentRegistrationNumber", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("HSAI0002", "[HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.PassportNumber)] public string Value", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("HSAI0004", "[HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.Health)] public string Value", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("HSAI0004", "public string Diagnosis", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0007", "[HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.Phone)] public string Value", DiagnosticSeverity.Warning, DiagnosticSeverity.Error)]
    [InlineData("HSAI0007", "public string PhoneNumber", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning)]
    public async Task Severity_OfAMember_DependsOnConfidenceAndProfile(string rule, string member, DiagnosticSeverity company, DiagnosticSeverity institution)
    {
        Assert.Equal(company, await SeverityAsync(rule, member, test => test));
        Assert.Equal(company, await SeverityAsync(rule, member, test => test.WithProperty("HyperscaleProfile", "private")));
        Assert.Equal(institution, await SeverityAsync(rule, member, test => test.WithProperty("HyperscaleProfile", "public")));
        Assert.Equal(institution, await SeverityAsync(rule, member, test => test.WithAdditionalFile("/repo/hyperscale.policy.json", """{ "version": 1, "profile": "public" }""")));
    }

    [Theory]
    [InlineData("HSAI0001", PersonalDataConfidence.Weak, DiagnosticSeverity.Info, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0001", PersonalDataConfidence.Medium, DiagnosticSeverity.Warning, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0002", PersonalDataConfidence.Weak, DiagnosticSeverity.Info, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0004", PersonalDataConfidence.Weak, DiagnosticSeverity.Info, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0004", PersonalDataConfidence.Medium, DiagnosticSeverity.Warning, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0007", PersonalDataConfidence.Weak, DiagnosticSeverity.Info, DiagnosticSeverity.Warning)]
    [InlineData("HSAI0005", PersonalDataConfidence.Weak, DiagnosticSeverity.Info, DiagnosticSeverity.Info)]
    [InlineData("HSAI0005", PersonalDataConfidence.Medium, DiagnosticSeverity.Warning, DiagnosticSeverity.Warning)]
    public void Severity_OfAGuess_IsNeverAnError(string rule, PersonalDataConfidence confidence, DiagnosticSeverity company, DiagnosticSeverity institution)
    {
        var descriptor = PersonalDataFlowRules.All.Single(known => known.Id == rule);

        Assert.Equal(company, PersonalDataFlowRules.Severity(descriptor, confidence, isPublicSector: false));
        Assert.Equal(institution, PersonalDataFlowRules.Severity(descriptor, confidence, isPublicSector: true));
    }

    private static async Task<DiagnosticSeverity> SeverityAsync(string rule, string member, Func<AnalyzerTest<PersonalDataFlowAnalyzer>, AnalyzerTest<PersonalDataFlowAnalyzer>> with)
    {
        var name = member.Split(' ')[^1];
        var diagnostics = await with(AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly(rule).WithSource($$"""
            using Microsoft.Extensions.AI;

            public sealed class Customer { {{member}} { get; set; } = ""; }

            public sealed class Desk(IChatClient chat) { public Task RunAsync(Customer customer) => chat.GetResponseAsync({|{{rule}}:customer.{{name}}|}); }
            """)).RunAsync(Cancellation);
        return Assert.Single(diagnostics).Diagnostic.Severity;
    }
}
