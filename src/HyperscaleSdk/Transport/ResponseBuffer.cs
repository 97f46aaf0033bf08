using System.Buffers;

namespace HyperscaleSdk.Runtime;

/// <summary>The body of an answer in a pooled buffer.</summary>
internal sealed class ResponseBuffer : IDisposable
{
    private const int UsualSize = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private ResponseBuffer(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            var all = _buffer.AsMemory(0, _length);
            return all.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? all[3..] : all;
        }
    }

    /// <summary>Whether the body was longer than the limit; the rest was not read.</summary>
    public bool IsTooLong { get; private set; }

    public static async ValueTask<ResponseBuffer> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        var body = new ResponseBuffer((int)Math.Min(announced is > 0 ? announced.Value + 1 : UsualSize, Math.Min(limit, UsualSize * 64L) + 1));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return body;
                    }

                    body._length += read;
                    if (body._length > limit)
                    {
                        body._length = (int)limit;
                        body.IsTooLong = true;
                        return body;
                    }

                    body.Grow();
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _length = 0;
        }
    }

    private void Grow()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
