using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>A compiled test source and what the test expects of it.</summary>
/// <param name="Compilation">The source, compiled.</param>
/// <param name="Expected">The marks, by file path.</param>
/// <param name="Options">Options and additional files.</param>
internal sealed record Snippet(CSharpCompilation Compilation, ImmutableDictionary<string, MarkupSource> Expected, AnalyzerOptions Options);
