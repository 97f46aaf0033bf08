using System.Globalization;
using HyperscaleSdk.Cli.Calls;
using HyperscaleSdk.Cli.Output;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Embeds the lines of a file, in order, a batch at a time.</summary>
internal sealed class EmbedFile(CliConsole console)
{
    private const int BatchSize = 64;

    /// <summary>Embeds the file.</summary>
    /// <param name="inputPath">The texts.</param>
    /// <param name="total">How many there are, as <see cref="EmbedInput.CountAsync"/> found.</param>
    /// <param name="outputPath">Where the vectors go.</param>
    /// <param name="session">The provider.</param>
    /// <param name="cancellationToken">Cancels; then there is no output.</param>
    public async Task<EmbedFileResult> RunAsync(string inputPath, long total, string outputPath, ProviderSession session, CancellationToken cancellationToken)
    {
        await using var output = EmbedOutput.Create(outputPath);
        using var generator = session.CreateEmbeddingGenerator();
        var result = new EmbedFileResult(0, 0, null);
        var batch = new List<EmbedLine>(BatchSize);
        await foreach (var line in EmbedInput.ReadAsync(inputPath, cancellationToken))
        {
            batch.Add(line);
            if (batch.Count == BatchSize)
            {
                result = await FlushAsync(generator, batch, output, result, total, cancellationToken);
            }
        }

        result = await FlushAsync(generator, batch, output, result, total, cancellationToken);
        await output.CompleteAsync(cancellationToken);
        return result;
    }

    private async Task<EmbedFileResult> FlushAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, List<EmbedLine> batch, EmbedOutput output, EmbedFileResult sofar, long total, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return sofar;
        }

        var embeddings = await generator.GenerateAsync(batch.Select(line => line.Text), cancellationToken: cancellationToken);
        for (var i = 0; i < batch.Count; i++)
        {
            await output.WriteAsync(batch[i], embeddings[i].Vector, cancellationToken);
        }

        var result = new EmbedFileResult(sofar.Count + batch.Count, embeddings[0].Vector.Length, embeddings[0].ModelId);
        batch.Clear();
        ShowProgress(result.Count, total);
        return result;
    }

    private void ShowProgress(long done, long total)
    {
        if (console.IsErrorInteractive)
        {
            console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done}/{total}{(done == total ? "\n" : "")}"));
        }
    }
}
