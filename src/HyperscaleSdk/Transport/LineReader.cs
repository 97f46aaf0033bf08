using System.Buffers;

namespace HyperscaleSdk.Runtime;

/// <summary>Reads lines of bytes; blank ones are left out, as are a byte order mark and the record separators of RFC 7464.</summary>
internal sealed class LineReader(Stream stream, long longest) : IDisposable
{
    private const int UsualSize = 8192;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The line, without its end; good until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Reading ended because a line is too long.</summary>
    public bool IsTooLong { get; private set; }

    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0 || _atEnd)
            {
                var length = at >= 0 ? searched + at : _end - _start;
                var line = Trim(_buffer.AsMemory(_start, length));
                var isLast = at < 0;
                _start += isLast ? length : length + 1;
                searched = 0;
                if (!line.IsEmpty)
                {
                    Current = line;
                    return true;
                }

                if (isLast)
                {
                    return false;
                }

                continue;
            }

            searched = _end - _start;
            if (searched > longest)
            {
                IsTooLong = true;
                return false;
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _atEnd = read == 0;
            _end += read;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        var bytes = line.Span;
        var start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var end = bytes.Length;
        while (start < end && bytes[start] is 0x1E or (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            start++;
        }

        while (end > start && bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            end--;
        }

        return line[start..end];
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var held = _end - _start;
        var target = held > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(_start, held).CopyTo(target);
        if (!ReferenceEquals(target, _buffer))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _start = 0;
        _end = held;
    }
}
