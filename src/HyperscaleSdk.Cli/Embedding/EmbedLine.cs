namespace HyperscaleSdk.Cli.Embedding;

/// <summary>One line of the input of <c>embed --input</c>.</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Id">The id as JSON text (a string or a number), written back as it came.</param>
/// <param name="Key">The id as it is compared; see <see cref="EmbedId"/>.</param>
/// <param name="Text">The text to embed.</param>
internal sealed record EmbedLine(long Number, string Id, string Key, string Text);
