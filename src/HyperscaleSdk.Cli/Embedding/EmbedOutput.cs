using System.Buffers;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Appends lines <c>{"id": …, "embedding": […]}</c> or <c>{"id": …, "error": "…"}</c>: what a run has paid for is kept however it ends, and a later run goes on.</summary>
internal sealed class EmbedOutput : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _isKept;

    private EmbedOutput(string path, FileStream stream, EmbedOutputState state, bool isKept) => (_path, _stream, State, _isKept) = (path, stream, state, isKept);

    /// <summary>What earlier runs have done.</summary>
    public EmbedOutputState State { get; }

    /// <summary>Opens the output behind the whole lines of an earlier run; lines with an error are taken out, since their texts are tried again.</summary>
    public static async Task<EmbedOutput> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full))
            {
                throw new IOException("It is a folder.");
            }

            var existed = File.Exists(full);
            var stream = Open(full, FileMode.OpenOrCreate);
            try
            {
                var state = await EmbedOutputState.ReadAsync(path, stream, withoutErrors: null, cancellationToken);
                if (state.HasErrors)
                {
                    stream = await WithoutErrorsAsync(path, full, stream, cancellationToken);
                }
                else
                {
                    stream.SetLength(state.Length);
                }

                stream.Seek(0, SeekOrigin.End);
                return new EmbedOutput(full, stream, state, existed);
            }
            catch
            {
                await stream.DisposeAsync();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Input, $"The output '{path}' cannot be written. Check that its folder exists and may be written, and that no other run writes it.", exception);
        }
    }

    public Task WriteAsync(EmbedLine line, ReadOnlyMemory<float> vector) => WriteAsync(line, json => VectorJson.Write(json, vector.Span));

    public Task WriteAsync(EmbedLine line, string error) => WriteAsync(line, json => json.WriteString("error", error));

    /// <summary>Keeps the file although nothing may have been written.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Closes the file; one that is new and empty is taken away.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        if (!_isKept)
        {
            File.Delete(_path);
        }
    }

    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, useAsync: true);

    private static async Task<FileStream> WithoutErrorsAsync(string path, string full, FileStream stream, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(full) ?? ".", $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        var copy = Open(temporary, FileMode.CreateNew);
        try
        {
            stream.Seek(0, SeekOrigin.Begin);
            await EmbedOutputState.ReadAsync(path, stream, copy, cancellationToken);
            await copy.FlushAsync(cancellationToken);
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            await copy.DisposeAsync();
            File.Delete(temporary);
            throw;
        }

        await stream.DisposeAsync();
        return copy;
    }

    // Without a token: what was paid for is written also when the run is told to stop just then.
    private async Task WriteAsync(EmbedLine line, Action<Utf8JsonWriter> write)
    {
        _isKept = true;
        _line.ResetWrittenCount();
        await using (var json = new Utf8JsonWriter(_line, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(line.Id);
            write(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        await _stream.WriteAsync(_line.WrittenMemory, CancellationToken.None);
    }
}
