namespace HyperscaleSdk.Cli.Embedding;

/// <summary>What became of a file of texts.</summary>
/// <param name="Count">How many texts were embedded in this run.</param>
/// <param name="Failed">How many have an error in the output.</param>
/// <param name="Resumed">How many an earlier run had embedded.</param>
/// <param name="Dimensions">Length of the vectors; 0 when there is none.</param>
/// <param name="Model">The model that answered; null when there was no text or the provider does not say.</param>
internal sealed record EmbedFileResult(long Count, long Failed, long Resumed, int Dimensions, string? Model);
