using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Reads lines <c>{"id": …, "text": "…"}</c>; what is wrong is named by file, line and column.</summary>
internal static class EmbedInput
{
    /// <summary>Checks every line, so that a wrong one is found before any call is paid for.</summary>
    /// <returns>How many texts there are.</returns>
    public static async Task<long> CountAsync(string path, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var line in ReadAsync(path, cancellationToken))
        {
            // The output says by its id which text a vector is of, and a later run by it what is done.
            if (!lines.TryAdd(line.Key, line.Number))
            {
                throw new CliException(ExitCodes.Input, string.Create(CultureInfo.InvariantCulture, $"{path}:{line.Number}:1: the line has the same id as line {lines[line.Key]}."));
            }
        }

        return lines.Count;
    }

    public static async IAsyncEnumerable<EmbedLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(path);
        for (var number = 1L; await ReadLineAsync(reader, path, number, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Input, $"The input '{path}' cannot be read. Check that it exists and may be read.", exception);
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, string path, long number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CliException(ExitCodes.Input, string.Create(CultureInfo.InvariantCulture, $"{path}: at line {number} or soon after it the file is not UTF-8. Save it as UTF-8."), exception);
        }
    }

    private static EmbedLine Parse(string line, string path, long number)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return Parse(ref reader, bytes, path, number);
        }
        catch (JsonException exception)
        {
            throw JsonLine.Wrong(path, number, bytes, exception.BytePositionInLine ?? reader.TokenStartIndex, "this is not valid JSON", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, escaped.
            throw JsonLine.Wrong(path, number, bytes, reader.TokenStartIndex, "this is not valid JSON", exception);
        }
    }

    private static EmbedLine Parse(ref Utf8JsonReader reader, byte[] bytes, string path, long number)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonLine.Wrong(path, number, bytes, reader.TokenStartIndex, "a line is a JSON object {\"id\": …, \"text\": \"…\"}");
        }

        var start = reader.TokenStartIndex;
        (string Raw, string Key)? id = null;
        string? text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                var key = EmbedId.Key(ref reader) ?? throw JsonLine.Wrong(path, number, bytes, reader.TokenStartIndex, "\"id\" must be a string or a number");
                id = (Encoding.UTF8.GetString(bytes, (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), key);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text = reader.TokenType == JsonTokenType.String && reader.GetString() is { } value && !string.IsNullOrWhiteSpace(value)
                    ? value
                    : throw JsonLine.Wrong(path, number, bytes, reader.TokenStartIndex, "\"text\" must be a string that is not empty");
            }
            else
            {
                reader.Skip();
            }
        }

        // What stands behind the object is an error as well, which the reader finds.
        reader.Read();
        return id is not { } known ? throw JsonLine.Wrong(path, number, bytes, start, "the line has no \"id\"")
            : text is null ? throw JsonLine.Wrong(path, number, bytes, start, "the line has no \"text\"")
            : new EmbedLine(number, known.Raw, known.Key, text);
    }
}
