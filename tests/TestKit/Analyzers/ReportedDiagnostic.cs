using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>A diagnostic of a test run.</summary>
/// <param name="Diagnostic">As the compiler has it.</param>
/// <param name="Message">Its message in the test's culture.</param>
public sealed record ReportedDiagnostic(Diagnostic Diagnostic, string Message);
