using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Runtime;

/// <summary>The body of an event stream, which fails when one event grows beyond a limit: a parser has to hold an event until its end.</summary>
internal sealed class EventLimitStream(ApiExchange exchange, Stream inner, long limit) : Stream
{
    private long _sinceEvent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>An event has come whole.</summary>
    public void NextEvent() => _sinceEvent = 0;

    public override int Read(byte[] buffer, int offset, int count)
    {
        Check();
        var read = inner.Read(buffer, offset, count);
        _sinceEvent += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check();
        var reading = inner.ReadAsync(buffer, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return CountAsync(reading);
        }

        var read = reading.Result;
        _sinceEvent += read;
        return new ValueTask<int>(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Pooled: it runs for nearly every chunk of every stream.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> CountAsync(ValueTask<int> reading)
    {
        var read = await reading.ConfigureAwait(false);
        _sinceEvent += read;
        return read;
    }

    private void Check()
    {
        if (_sinceEvent > limit)
        {
            throw exchange.Misunderstood($"an event is longer than {ApiPath.Text(limit)} bytes (option MaxResponseBytes)");
        }
    }
}
