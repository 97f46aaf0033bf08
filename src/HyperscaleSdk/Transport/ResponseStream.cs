namespace HyperscaleSdk.Runtime;

/// <summary>A body of bytes that ends its wire call: completed at its end, cancelled when it is closed before.</summary>
internal sealed class ResponseStream(ApiExchange exchange, Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        if (read == 0 && count > 0)
        {
            End(WireCallOutcome.Completed);
        }

        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read == 0 && !buffer.IsEmpty)
        {
            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await exchange.EndAsync(WireCallOutcome.Cancelled).ConfigureAwait(false);
        await inner.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End(WireCallOutcome.Cancelled);
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Streams have synchronous callers too, and the report must not be lost with them.
    private void End(WireCallOutcome outcome) => exchange.EndAsync(outcome).AsTask().GetAwaiter().GetResult();
}
