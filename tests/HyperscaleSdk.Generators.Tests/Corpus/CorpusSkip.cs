namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>An operation that was left out.</summary>
/// <param name="Place">Where the diagnostic points.</param>
/// <param name="Reason">What it says.</param>
internal sealed record CorpusSkip(CorpusPlace Place, string Reason);
