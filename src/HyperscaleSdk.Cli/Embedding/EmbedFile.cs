using System.Globalization;
using System.Runtime.CompilerServices;
using HyperscaleSdk.Cli.Calls;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Embeds the lines of a file, in order, and goes on where an earlier run has ended.</summary>
internal sealed class EmbedFile(CliConsole console)
{
    /// <summary>Embeds the file.</summary>
    /// <param name="inputPath">The texts.</param>
    /// <param name="total">How many there are, as <see cref="EmbedInput.CountAsync"/> found.</param>
    /// <param name="outputPath">The name of the output, for errors.</param>
    /// <param name="output">Where the vectors go.</param>
    /// <param name="session">The provider.</param>
    /// <param name="cancellationToken">Cancels; what was done until then stays in the output.</param>
    public async Task<EmbedFileResult> RunAsync(string inputPath, long total, string outputPath, EmbedOutput output, ProviderSession session, CancellationToken cancellationToken)
    {
        var done = 0L;
        try
        {
            var result = await new EmbedProgress(console, total).RunAsync(report => EmbedAsync(
                inputPath,
                outputPath,
                output,
                session,
                texts =>
                {
                    done = texts;
                    report(texts);
                },
                cancellationToken));
            output.Keep();
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"embed: {done} of {total} texts are done and in {TerminalText.OneLine(outputPath)}. Run the same command again to go on from there."));
            throw;
        }
    }

    private static async Task<EmbedFileResult> EmbedAsync(
        string inputPath, string outputPath, EmbedOutput output, ProviderSession session, Action<long> report, CancellationToken cancellationToken)
    {
        using var generator = session.CreateEmbeddingGenerator();
        long count = 0;
        long failed = 0;
        long resumed = 0;
        var dimensions = output.State.Dimensions;
        string? model = null;
        await foreach (var item in generator.GenerateBulkAsync(NotDoneAsync(), static line => line.Text, cancellationToken: cancellationToken))
        {
            if (item.Embedding is not { } embedding)
            {
                failed++;
                await output.WriteAsync(item.Item, item.Error!.Message);
            }
            else
            {
                if (embedding.Vector.Length != (dimensions ??= embedding.Vector.Length))
                {
                    throw new CliException(ExitCodes.Input, string.Create(
                        CultureInfo.InvariantCulture,
                        $"The output '{outputPath}' has vectors of {dimensions} dimensions, and this model's have {embedding.Vector.Length}: they cannot be compared. Name the model of the earlier run, or another output."));
                }

                count++;
                model = embedding.ModelId;
                await output.WriteAsync(item.Item, embedding.Vector);
            }

            report(count + failed + resumed);
        }

        report(count + failed + resumed);
        return new EmbedFileResult(count, failed, resumed, dimensions ?? 0, model);

        async IAsyncEnumerable<EmbedLine> NotDoneAsync([EnumeratorCancellation] CancellationToken token = default)
        {
            await foreach (var line in EmbedInput.ReadAsync(inputPath, token))
            {
                if (output.State.Done.Contains(line.Key))
                {
                    resumed++;
                    continue;
                }

                yield return line;
            }
        }
    }
}
