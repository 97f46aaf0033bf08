using System.Collections.Immutable;
using System.Globalization;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests.Projects;

/// <summary>A library and a project that refers to it, compiled as a build does (from metadata) or as an IDE does (from source).</summary>
internal sealed class TwoProjects(string library, string consumer)
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using HyperscaleSdk;
        global using Microsoft.Extensions.AI;
        """;

    private readonly string _library = library;
    private readonly string _consumer = consumer;

    /// <summary>What the build writes into the library.</summary>
    public static string? Generated(string library, params (string Name, string Value)[] properties)
    {
        var run = Generate(Compile("Library", library), properties).GetRunResult();
        return run.GeneratedTrees.Length == 0 ? null : run.GeneratedTrees.Single().ToString();
    }

    /// <summary>The diagnostics of the consumer when the library is built: line, id and message.</summary>
    public async Task<IReadOnlyList<string>> BuiltAsync(CancellationToken cancellationToken, params (string Name, string Value)[] properties)
    {
        var compilation = Compile("Library", _library);
        Generate(compilation, properties).RunGeneratorsAndUpdateCompilation(compilation, out var built, out _, cancellationToken);
        using var stream = new MemoryStream();
        var result = built.Emit(stream, cancellationToken: cancellationToken);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        stream.Position = 0;
        return await ReportedAsync(MetadataReference.CreateFromStream(stream), cancellationToken);
    }

    /// <summary>The same when both projects are open in an IDE.</summary>
    public Task<IReadOnlyList<string>> OpenAsync(CancellationToken cancellationToken) =>
        ReportedAsync(Compile("Library", _library).ToMetadataReference(), cancellationToken);

    private async Task<IReadOnlyList<string>> ReportedAsync(MetadataReference reference, CancellationToken cancellationToken)
    {
        var compilation = Compile("Consumer", _consumer).AddReferences(reference);
        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new TestOptionsProvider(new Dictionary<string, string>(StringComparer.Ordinal))), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, [new PersonalDataFlowAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. diagnostics.Select(diagnostic => string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.GetCultureInfo("en"))}")).Order(StringComparer.Ordinal)];
    }

    private static GeneratorDriver Generate(Compilation compilation, (string Name, string Value)[] properties)
    {
        var options = properties.ToDictionary(property => "build_property." + property.Name, property => property.Value, StringComparer.Ordinal);
        return CSharpGeneratorDriver.Create([new FlowSummaryGenerator().AsSourceGenerator()], [], SnippetBuilder.ParseOptions, new TestOptionsProvider(options)).RunGenerators(compilation);
    }

    private static CSharpCompilation Compile(string name, string source) => TestReferences.EmptyCompilation.WithAssemblyName(name).AddSyntaxTrees(
        CSharpSyntaxTree.ParseText(Usings, SnippetBuilder.ParseOptions, name + ".Usings.cs"),
        CSharpSyntaxTree.ParseText(source, SnippetBuilder.ParseOptions, name + ".cs"));
}
