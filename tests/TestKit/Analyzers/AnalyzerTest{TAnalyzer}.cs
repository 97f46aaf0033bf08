using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>
/// Runs an analyzer on marked source and compares ids, spans and additional locations, once concurrently and once not.
/// An exception in the analyzer and a compile error in the source fail the test.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public sealed class AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private readonly SnippetBuilder _snippet = new();
    private string? _defaultId;
    private string? _only;
    private bool _allowsUnplaced;
    private CultureInfo _culture = CultureInfo.GetCultureInfo("en");

    /// <summary>Adds a source file; the first is <c>Test0.cs</c>.</summary>
    /// <param name="markup">C# with marks.</param>
    public AnalyzerTest<TAnalyzer> WithSource(string markup)
    {
        _snippet.Sources.Add(markup);
        return this;
    }

    /// <summary>Sets an MSBuild property that the compiler sees as <c>build_property.*</c>.</summary>
    public AnalyzerTest<TAnalyzer> WithProperty(string name, string value) => WithOption("build_property." + name, value);

    /// <summary>Sets an analyzer option by its whole key.</summary>
    public AnalyzerTest<TAnalyzer> WithOption(string key, string value)
    {
        _snippet.Options[key] = value;
        return this;
    }

    /// <summary>Adds an additional file, with marks where diagnostics are expected in it.</summary>
    public AnalyzerTest<TAnalyzer> WithAdditionalFile(string path, string text)
    {
        _snippet.AdditionalFiles.Add((path, text));
        return this;
    }

    /// <summary>Says which rule <c>[|span|]</c> means; needed when the analyzer has several.</summary>
    public AnalyzerTest<TAnalyzer> WithDefaultId(string id)
    {
        _defaultId = id;
        return this;
    }

    /// <summary>Looks at this rule alone: what others say about the snippet is not this test's matter.</summary>
    public AnalyzerTest<TAnalyzer> WithOnly(string id)
    {
        _only = id;
        return WithDefaultId(id);
    }

    /// <summary>Formats messages in this culture.</summary>
    public AnalyzerTest<TAnalyzer> WithCulture(string name)
    {
        _culture = CultureInfo.GetCultureInfo(name);
        return this;
    }

    /// <summary>Sets the severity of a rule for the project, as <c>NoWarn</c> does with <see cref="ReportDiagnostic.Suppress"/>.</summary>
    public AnalyzerTest<TAnalyzer> WithSeverity(string id, ReportDiagnostic severity)
    {
        _snippet.Severities[id] = severity;
        return this;
    }

    /// <summary>Sets the severity of a rule for one file, as <c>.editorconfig</c> does; for all files where the path is <c>*</c>, as <c>.globalconfig</c> does.</summary>
    public AnalyzerTest<TAnalyzer> WithSeverity(string path, string id, ReportDiagnostic severity)
    {
        _snippet.TreeSeverities[(path, id)] = severity;
        return this;
    }

    /// <summary>Compiles the source as a program with top-level statements.</summary>
    public AnalyzerTest<TAnalyzer> AsProgram()
    {
        _snippet.OutputKind = OutputKind.ConsoleApplication;
        return this;
    }

    /// <summary>Lets the source have compile errors: for tests of robustness.</summary>
    public AnalyzerTest<TAnalyzer> AllowingCompileErrors()
    {
        _snippet.AllowsErrors = true;
        return this;
    }

    /// <summary>Compiles against ASP.NET Core too.</summary>
    public AnalyzerTest<TAnalyzer> WithAspNetCore()
    {
        _snippet.UsesAspNetCore = true;
        return this;
    }

    /// <summary>Lets diagnostics without a place be: no mark can stand for them.</summary>
    public AnalyzerTest<TAnalyzer> AllowingUnplaced()
    {
        _allowsUnplaced = true;
        return this;
    }

    /// <summary>Compiles without the AI packages.</summary>
    public AnalyzerTest<TAnalyzer> WithoutReference(string assemblyName)
    {
        _snippet.LeftOut.Add(assemblyName);
        return this;
    }

    /// <summary>Runs the test.</summary>
    /// <returns>The diagnostics, in order of place.</returns>
    public async Task<IReadOnlyList<ReportedDiagnostic>> RunAsync(CancellationToken cancellationToken = default)
    {
        var analyzer = new TAnalyzer();
        var snippet = _snippet.Build(_defaultId ?? analyzer.SupportedDiagnostics[0].Id);
        var concurrent = Chosen(await AnalyzerRun.DiagnosticsAsync(snippet, analyzer, concurrent: true, cancellationToken));
        var sequential = Chosen(await AnalyzerRun.DiagnosticsAsync(snippet, analyzer, concurrent: false, cancellationToken));

        DiagnosticComparison.Check(snippet, _allowsUnplaced ? [.. concurrent.Where(diagnostic => diagnostic.Location.IsInSource)] : concurrent);
        Assert.Equal(Describe(sequential), Describe(concurrent), StringComparer.Ordinal);
        return [.. concurrent.Select(diagnostic => new ReportedDiagnostic(diagnostic, diagnostic.GetMessage(_culture)))];
    }

    private ImmutableArray<Diagnostic> Chosen(ImmutableArray<Diagnostic> diagnostics) =>
        _only is null ? diagnostics : [.. diagnostics.Where(diagnostic => string.Equals(diagnostic.Id, _only, StringComparison.Ordinal) || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal))];

    private static IEnumerable<string> Describe(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal);
}
