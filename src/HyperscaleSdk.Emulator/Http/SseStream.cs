using System.Buffers;
using System.Text;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>Sends frames as <c>text/event-stream</c> and plays the faults that concern the stream's syntax.</summary>
internal sealed class SseStream
{
    private readonly EmulatedCall _call;
    private readonly byte[] _newLine;
    private readonly byte[] _colon;

    public SseStream(EmulatedCall call)
    {
        _call = call;
        _newLine = call.Faults.Has(FaultKinds.Crlf) ? "\r\n"u8.ToArray() : "\n"u8.ToArray();
        _colon = call.Faults.Has(FaultKinds.NoSpace) ? ":"u8.ToArray() : ": "u8.ToArray();
        var response = call.Http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = call.Faults.Has(FaultKinds.WrongContentType) ? "text/html" : "text/event-stream;charset=UTF-8";
        response.Headers.CacheControl = "no-cache";
    }

    public async Task SendAsync(SseFrame frame)
    {
        if (_call.Faults.Has(FaultKinds.Slow))
            await Task.Delay(_call.Faults.Delay, _call.Time, _call.Ended).ConfigureAwait(false);
        _call.Ended.ThrowIfCancellationRequested();

        var buffer = new ArrayBufferWriter<byte>();
        if (_call.Faults.Has(FaultKinds.Comments))
        {
            buffer.Write(": keep-alive"u8);
            buffer.Write(_newLine);
            buffer.Write(_newLine);
        }

        WriteField(buffer, "id"u8, frame.Id);
        WriteField(buffer, "event"u8, frame.Event);
        WriteField(buffer, "data"u8, frame.Data);
        buffer.Write(_newLine);
        await WriteAsync(buffer.WrittenMemory).ConfigureAwait(false);
    }

    private void WriteField(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            WriteField(buffer, name, Encoding.UTF8.GetBytes(value));
    }

    private void WriteField(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        buffer.Write(name);
        buffer.Write(_colon);
        buffer.Write(value);
        buffer.Write(_newLine);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var body = _call.Http.Response.Body;
        if (_call.Faults.Has(FaultKinds.Split))
        {
            while (NextSplit(bytes.Span) is > 0 and var at)
            {
                await body.WriteAsync(bytes[..at], _call.Ended).ConfigureAwait(false);
                await body.FlushAsync(_call.Ended).ConfigureAwait(false);
                // A short pause keeps the network from joining the two halves again.
                await Task.Delay(TimeSpan.FromMilliseconds(1), _call.Time, _call.Ended).ConfigureAwait(false);
                bytes = bytes[at..];
            }
        }

        await body.WriteAsync(bytes, _call.Ended).ConfigureAwait(false);
        await body.FlushAsync(_call.Ended).ConfigureAwait(false);
    }

    // The place after the first lead byte of a multi-byte character that has text before it.
    private static int NextSplit(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] >= 0xC0)
                return i + 1;
        }

        return 0;
    }
}
