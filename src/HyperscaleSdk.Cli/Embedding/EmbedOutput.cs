using System.Text.Json;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Writes lines <c>{"id": …, "embedding": […]}</c> beside the target and moves them there when all is done: no half file is ever seen.</summary>
internal sealed class EmbedOutput : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;

    private EmbedOutput(string path, string temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        _stream = stream;
    }

    public static EmbedOutput Create(string path)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full) ?? ".", $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            if (Directory.Exists(full))
            {
                throw new IOException("It is a folder.");
            }

            return new EmbedOutput(full, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024, useAsync: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Input, $"The output '{path}' cannot be written. Check that its folder exists and may be written.", exception);
        }
    }

    public async Task WriteAsync(EmbedLine line, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        await using (var json = new Utf8JsonWriter(_stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(line.Id);
            VectorJson.Write(json, vector.Span);
            json.WriteEndObject();
        }

        await _stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>Puts the file in its place.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _stream.FlushAsync(cancellationToken);
        await _stream.DisposeAsync();
        File.Move(_temporary, _path, overwrite: true);
    }

    /// <summary>Closes the file; what was not completed leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_temporary);
    }
}
