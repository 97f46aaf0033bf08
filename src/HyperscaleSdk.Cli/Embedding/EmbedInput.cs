using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Reads lines <c>{"id": …, "text": "…"}</c>; a wrong line is named by its number.</summary>
internal static class EmbedInput
{
    /// <summary>Checks every line, so that a wrong one is found before any call is paid for.</summary>
    /// <returns>How many texts there are.</returns>
    public static async Task<long> CountAsync(string path, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var _ in ReadAsync(path, cancellationToken))
        {
            count++;
        }

        return count;
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
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(path, number, "is no JSON object; expected {\"id\": …, \"text\": \"…\"}");
            }

            if (!root.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            {
                throw Wrong(path, number, "has no \"id\" that is a string or a number");
            }

            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            {
                throw Wrong(path, number, "has no \"text\" that is a string");
            }

            return text.GetString() is { } value && !string.IsNullOrWhiteSpace(value)
                ? new EmbedLine(id.GetRawText(), value)
                : throw Wrong(path, number, "has an empty \"text\"");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Wrong(path, number, "is not valid JSON", exception);
        }
    }

    private static CliException Wrong(string path, long number, string problem, Exception? cause = null)
        => new(ExitCodes.Input, string.Create(CultureInfo.InvariantCulture, $"{path}: line {number} {problem}."), cause);
}
