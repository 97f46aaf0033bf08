namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>A diagnostic that has to be reported.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Id">The rule.</param>
/// <param name="Alternative">
/// Expectations of one file with the same number are alternatives: one of them is enough. Zero stands alone.
/// </param>
internal sealed record SuiteExpectation(string Path, int Line, string Id, int Alternative);
