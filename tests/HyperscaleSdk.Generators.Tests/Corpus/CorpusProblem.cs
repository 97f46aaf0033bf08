namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>Something that the compiler says about generated code.</summary>
internal sealed record CorpusProblem(bool IsError, string Text);
