using System.Collections.Immutable;
using System.Reflection;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Analyzers.Tests.Suite;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests.Catalogue;

/// <summary>All analyzers of the package over a suite; what a build would show as a warning or an error counts.</summary>
internal static class CatalogueRunner
{
    /// <summary>The suite of the rule catalogue: against the SDK itself, ASP.NET Core, OpenAI's SDK and Polly.</summary>
    public const string Folder = "Catalogue";

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers =>
        [.. typeof(PersonalDataFlowAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static SuiteRunner OverCatalogue() => new(
        Folder, Analyzers, DiagnosticSeverity.Warning, [.. TestReferences.AspNetCore, .. TestReferences.Named("HyperscaleSdk", "OpenAI", "System.ClientModel", "System.Memory.Data", "Polly.Core")]);

    /// <summary>The flow rules' suite, whose good snippets have nothing that any rule should report.</summary>
    public static SuiteRunner OverFlow() => new(SuiteReader.Flow, Analyzers, DiagnosticSeverity.Warning, []);
}
