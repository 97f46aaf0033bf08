using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>Compiles the snippets of a suite and runs analyzers over them.</summary>
internal sealed class SuiteRunner
{
    // The referenced compiler calls C# 14, which the SDK of this repository has by default, a preview.
    private static readonly CSharpParseOptions ParseOptions = SnippetBuilder.ParseOptions.WithLanguageVersion(LanguageVersion.Preview);

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly DiagnosticSeverity _least;
    private readonly CSharpCompilation _empty;
    private readonly CSharpCompilation _shared;

    /// <summary>The flow rules over their suite.</summary>
    public SuiteRunner()
        : this(SuiteReader.Flow, [new PersonalDataFlowAnalyzer()], DiagnosticSeverity.Hidden, [])
    {
    }

    /// <param name="suite">The suite's folder.</param>
    /// <param name="analyzers">What runs.</param>
    /// <param name="least">What is below this severity does not count.</param>
    /// <param name="references">References beside the framework.</param>
    public SuiteRunner(string suite, ImmutableArray<DiagnosticAnalyzer> analyzers, DiagnosticSeverity least, IEnumerable<MetadataReference> references)
    {
        _analyzers = analyzers;
        _least = least;
        _empty = TestReferences.EmptyCompilation.AddReferences(references);
        _empty = _empty.AddReferences(Emitted(_empty, "Packages", SuiteReader.Packages(suite)));
        _shared = _empty.AddSyntaxTrees(SuiteReader.Shared(suite).Select(file => Parse(file.Path, file.Text)));
    }

    public Compilation Compile(SuiteCase snippet)
    {
        var compilation = _shared.AddSyntaxTrees(snippet.Files.Select(file => Parse(file.Path, file.Text)));
        if (snippet.Referenced.Count > 0)
        {
            compilation = compilation.AddReferences(Emitted(_shared, "Referenced", snippet.Referenced));
        }

        return snippet.Properties.ContainsKey("build_property.OutputType")
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }

    public async Task<IReadOnlyList<(string Path, int Line, string Id)>> ReportedAsync(SuiteCase snippet, CancellationToken cancellationToken) =>
        [.. (await DiagnosticsAsync(snippet, concurrent: true, cancellationToken)).Select(Place).Where(place => !place.Path.StartsWith("_shared", StringComparison.Ordinal)).Order()];

    /// <summary>The diagnostics of a snippet as text, with message and further locations, in the order of their text.</summary>
    public async Task<string> DescribedAsync(SuiteCase snippet, bool concurrent, CancellationToken cancellationToken) =>
        string.Join('\n', (await DiagnosticsAsync(snippet, concurrent, cancellationToken))
            .Select(diagnostic => string.Join(" | ", diagnostic.AdditionalLocations.Select(location => location.GetLineSpan().ToString()).Prepend(diagnostic.ToString())))
            .Order(StringComparer.Ordinal));

    /// <summary>A bad snippet has all that it expects, on the right lines; a good one has nothing; neither makes a rule throw.</summary>
    public static bool IsRight(SuiteCase snippet, IReadOnlyList<(string Path, int Line, string Id)> reported)
    {
        if (!snippet.IsBad)
        {
            return reported.Count == 0;
        }

        if (reported.Any(place => place.Id.StartsWith("AD", StringComparison.Ordinal)))
        {
            return false;
        }

        bool Has(SuiteExpectation expectation) => reported.Contains((expectation.Path, expectation.Line, expectation.Id));
        return snippet.Expectations.Where(expectation => expectation.Alternative == 0).All(Has)
            && snippet.Expectations.Where(expectation => expectation.Alternative > 0).GroupBy(expectation => expectation.Alternative).All(group => group.Any(Has));
    }

    // As in life: other vendors' SDKs are metadata, what our generator makes is source. Our own attributes are source as well, because they may exist in a reference one day.
    private static PortableExecutableReference Emitted(CSharpCompilation start, string name, IReadOnlyList<(string Path, string Text)> files)
    {
        using var stream = new MemoryStream();
        var result = start.WithAssemblyName(name).AddSyntaxTrees(files.Select(file => Parse(file.Path, file.Text))).Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(SuiteCase snippet, bool concurrent, CancellationToken cancellationToken)
    {
        var additional = snippet.AdditionalFiles.Select(file => new TestAdditionalText(file.Path, file.Text)).ToList();
        if (snippet.Policy is not null)
        {
            additional.Add(new TestAdditionalText("hyperscale.policy.json", snippet.Policy));
        }

        var options = new AnalyzerOptions([.. additional], new TestOptionsProvider(snippet.Properties));
        var compilation = new CompilationWithAnalyzers(
            Compile(snippet),
            _analyzers,
            new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: false));
        return [.. (await compilation.GetAnalyzerDiagnosticsAsync(cancellationToken)).Where(diagnostic => diagnostic.Severity >= _least)];
    }

    private static (string Path, int Line, string Id) Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return (span.Path ?? "", span.StartLinePosition.Line + 1, diagnostic.Id);
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);
}
