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
    private bool _bom;

    public SseStream(EmulatedCall call)
    {
        _call = call;
        _newLine = call.Faults.Has(FaultKinds.Crlf) ? "\r\n"u8.ToArray() : "\n"u8.ToArray();
        _colon = call.Faults.Has(FaultKinds.NoSpace) ? ":"u8.ToArray() : ": "u8.ToArray();
        _bom = call.Faults.Has(FaultKinds.Bom);
        var response = call.Http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = call.Faults.Has(FaultKinds.WrongContentType) ? "text/html" : "text/event-stream;charset=UTF-8";
        response.Headers.CacheControl = "no-cache";
    }

    /// <summary>Sends the headers, for a stream that may not get a frame.</summary>
    public Task StartAsync() => _call.Http.Response.StartAsync(_call.Ended);

    public async Task SendAsync(SseFrame frame)
    {
        await Pauses.BetweenPiecesAsync(_call).ConfigureAwait(false);
        _call.Ended.ThrowIfCancellationRequested();

        var buffer = new ArrayBufferWriter<byte>();
        if (_bom)
            buffer.Write((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        _bom = false;
        if (_call.Faults.Has(FaultKinds.Comments))
        {
            buffer.Write(": keep-alive"u8);
            buffer.Write(_newLine);
            buffer.Write(_newLine);
        }

        WriteField(buffer, "id"u8, frame.Id);
        WriteField(buffer, "event"u8, frame.Event);
        WriteField(buffer, "data"u8, frame.Data);
        if (frame.Padding > 0)
        {
            await SplitWriter.WriteAsync(_call, buffer.WrittenMemory).ConfigureAwait(false);
            await Padding.WriteAsync(_call, frame.Padding).ConfigureAwait(false);
            buffer.ResetWrittenCount();
        }

        buffer.Write(_newLine);
        buffer.Write(_newLine);
        await SplitWriter.WriteAsync(_call, buffer.WrittenMemory).ConfigureAwait(false);
    }

    private void WriteField(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        WriteField(buffer, name, Encoding.UTF8.GetBytes(value));
        buffer.Write(_newLine);
    }

    private void WriteField(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        buffer.Write(name);
        buffer.Write(_colon);
        buffer.Write(value);
    }
}
