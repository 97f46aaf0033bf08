namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>A place in a document.</summary>
/// <param name="Line">From 0.</param>
/// <param name="Column">From 0.</param>
internal sealed record CorpusPlace(int Line, int Column);
