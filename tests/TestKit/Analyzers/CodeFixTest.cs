using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Starts a code-fix test.</summary>
public static class CodeFixTest
{
    /// <summary>A test of one fix.</summary>
    /// <typeparam name="TAnalyzer">The analyzer that reports.</typeparam>
    /// <typeparam name="TFix">The fix.</typeparam>
    public static CodeFixTest<TAnalyzer, TFix> For<TAnalyzer, TFix>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new();
}
