using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Runs an analyzer over a compiled snippet.</summary>
internal static class AnalyzerRun
{
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Snippet snippet, DiagnosticAnalyzer analyzer, bool concurrent, CancellationToken cancellationToken)
    {
        var options = new CompilationWithAnalyzersOptions(
            snippet.Options,
            onAnalyzerException: null,
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var diagnostics = await new CompilationWithAnalyzers(snippet.Compilation, [analyzer], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Id is "AD0001" or "AD0002")
            {
                Assert.Fail($"{analyzer.GetType().Name} threw: {diagnostic}{Environment.NewLine}{diagnostic.Descriptor.Description}");
            }
        }

        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
