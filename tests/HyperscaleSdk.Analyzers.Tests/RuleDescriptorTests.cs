using System.Globalization;
using System.Reflection;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests;

public sealed class RuleDescriptorTests
{
    public static TheoryData<DiagnosticAnalyzer> Analyzers => [.. typeof(PersonalDataFlowAnalyzer).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    [Theory]
    [MemberData(nameof(Analyzers), DisableDiscoveryEnumeration = true)]
    public void Rule_OfEveryAnalyzer_HasPageAndKoreanTexts(DiagnosticAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var korean = CultureInfo.GetCultureInfo("ko");
        foreach (var rule in analyzer.SupportedDiagnostics)
        {
            Assert.Equal($"https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
            Assert.True(rule.DefaultSeverity >= DiagnosticSeverity.Warning, "A command-line build would skip the analyzer.");
            Assert.All(new[] { rule.Title, rule.MessageFormat, rule.Description }, text => Assert.Contains(text.ToString(korean), character => character is >= '가' and <= '힣'));
        }
    }

    [Fact]
    public void Assembly_References_AreInEveryCompiler()
    {
        var references = typeof(PersonalDataFlowAnalyzer).Assembly.GetReferencedAssemblies();

        Assert.All(references, reference => Assert.True(
            reference.Name is "netstandard" or "System.Collections.Immutable" or "System.Memory" or "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" or "HyperscaleSdk.PersonalData" or "HyperscaleSdk.Policy",
            reference.FullName));
        Assert.Equal(new Version(4, 14, 0, 0), references.Single(reference => reference.Name is "Microsoft.CodeAnalysis").Version);
    }
}
