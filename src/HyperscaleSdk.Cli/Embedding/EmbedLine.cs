namespace HyperscaleSdk.Cli.Embedding;

/// <summary>One line of the input of <c>embed --input</c>.</summary>
/// <param name="Id">The id as JSON text (a string or a number), written back as it came.</param>
/// <param name="Text">The text to embed.</param>
internal sealed record EmbedLine(string Id, string Text);
