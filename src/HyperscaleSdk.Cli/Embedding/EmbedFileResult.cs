namespace HyperscaleSdk.Cli.Embedding;

/// <summary>What became of a file of texts.</summary>
/// <param name="Count">How many texts were embedded.</param>
/// <param name="Dimensions">Length of the vectors; 0 when there was no text.</param>
/// <param name="Model">The model that answered; null when there was no text or the provider does not say.</param>
internal sealed record EmbedFileResult(long Count, int Dimensions, string? Model);
