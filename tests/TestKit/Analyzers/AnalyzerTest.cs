using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Starts an analyzer test.</summary>
public static class AnalyzerTest
{
    /// <summary>A test of one analyzer: add sources, then run.</summary>
    /// <typeparam name="TAnalyzer">The analyzer.</typeparam>
    public static AnalyzerTest<TAnalyzer> For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => new();
}
