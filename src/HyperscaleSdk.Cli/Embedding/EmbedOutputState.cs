using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>What an earlier run left in the output.</summary>
internal sealed class EmbedOutputState
{
    private const string Beginning = "{\"id\":";

    /// <summary>The ids that have a vector, as <see cref="EmbedId"/> compares them.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Length of the vectors; null when there is none.</summary>
    public int? Dimensions { get; private set; }

    /// <summary>Whether some lines hold an error: their texts are tried again.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>How many bytes are whole lines. What follows was cut off when an earlier run ended.</summary>
    public long Length { get; private set; }

    /// <summary>Reads an output.</summary>
    /// <param name="path">Its name, for errors.</param>
    /// <param name="stream">The output from its beginning.</param>
    /// <param name="withoutErrors">Gets the lines that have a vector; null copies nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="CliException">It holds something that no run has written: it is not overwritten.</exception>
    public static async Task<EmbedOutputState> ReadAsync(string path, Stream stream, Stream? withoutErrors, CancellationToken cancellationToken)
    {
        var state = new EmbedOutputState();
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        for (var number = 1L; ;)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                if (state.Add(path, number++, line) && withoutErrors is not null)
                {
                    await withoutErrors.WriteAsync(line, cancellationToken);
                    await withoutErrors.WriteAsync("\n"u8.ToArray(), cancellationToken);
                }

                state.Length += line.Length + 1;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                CheckRest(path, number, buffer);
                await reader.CompleteAsync();
                return state;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static void CheckRest(string path, long number, ReadOnlySequence<byte> rest)
    {
        var begun = Encoding.UTF8.GetString(rest.Slice(0, Math.Min(rest.Length, Beginning.Length)).ToArray());
        if (!Beginning.StartsWith(begun, StringComparison.Ordinal))
        {
            throw Foreign(path, number, [], 0);
        }
    }

    private static CliException Foreign(string path, long number, ReadOnlySpan<byte> line, long at, Exception? cause = null)
        => JsonLine.Wrong(path, number, line, at, "no earlier run of embed has written this, and it is not overwritten: name another output", cause);

    /// <summary>Takes over a line; whether it has a vector.</summary>
    private bool Add(string path, long number, byte[] line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8)
                && reader.Read() && EmbedId.Key(ref reader) is { } key
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isVector = reader.ValueTextEquals("embedding"u8);
                if (isVector || reader.ValueTextEquals("error"u8))
                {
                    reader.Read();
                    var length = Count(ref reader);
                    while (reader.Read())
                    {
                    }

                    HasErrors |= !isVector;
                    if (isVector)
                    {
                        Dimensions ??= length;
                        Done.Add(key);
                    }

                    return isVector;
                }
            }

            throw Foreign(path, number, line, reader.TokenStartIndex);
        }
        catch (JsonException exception)
        {
            throw Foreign(path, number, line, exception.BytePositionInLine ?? 0, exception);
        }
        catch (InvalidOperationException exception)
        {
            throw Foreign(path, number, line, reader.TokenStartIndex, exception);
        }
    }

    private static int Count(ref Utf8JsonReader reader)
    {
        var count = 0;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                count++;
            }
        }

        return count;
    }
}
