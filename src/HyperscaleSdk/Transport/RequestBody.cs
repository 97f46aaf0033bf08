using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A JSON body, written once and sent by every attempt, in a buffer that goes back to its pool when nobody reads it any more.</summary>
internal sealed class RequestBody : IBufferWriter<byte>, IDisposable
{
    private const int UsualSize = 4096;

    private readonly Lock _gate = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;
    private int _readers;
    private bool _disposed;

    public int Length => _length;

    public string MediaType { get; private set; } = "application/json";

    public static RequestBody? Of(ApiRequest request, JsonWriterSlot writers)
    {
        if (request.Body is null && request.BodyWriter is null)
        {
            return null;
        }

        var body = new RequestBody();
        try
        {
            if (request.FormStyle is { } style)
            {
                using var form = ParameterValue.Of(request.Body is { } fields ? fields.WriteJson : request.BodyWriter!);
                Encoding.UTF8.GetBytes(FormBody.Of(form.Root, style, request.FormStyles), body);
                body.MediaType = FormBody.MediaType;
                return body;
            }

            var writer = writers.Take(body);
            if (request.Body is { } model)
            {
                model.WriteJson(writer);
            }
            else
            {
                request.BodyWriter!(writer);
            }

            writer.Flush();
            writers.Return(writer);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    /// <summary>Copies the body into a request's stream; <see langword="false"/> when the call is over and nothing may be sent.</summary>
    public async Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _readers++;
        }

        try
        {
            await stream.WriteAsync(_buffer.AsMemory(0, _length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ReturnWhenUnused();
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _readers--;
            if (_disposed)
            {
                ReturnWhenUnused();
            }
        }
    }

    // An answer can come before the request is sent to its end: the last reader gives the buffer back then.
    private void ReturnWhenUnused()
    {
        if (_readers == 0 && _buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
