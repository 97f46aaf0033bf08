namespace HyperscaleSdk.Runtime;

/// <summary>Joins the caller's cancellation with our timeout, and tells afterwards which of the two it was.</summary>
internal sealed class CallTimer : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly long _started;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;

    public CallTimer(TimeProvider time, TimeSpan timeout, CancellationToken caller)
    {
        _time = time;
        _timeout = timeout;
        _caller = caller;
        _started = time.GetTimestamp();
        _source = IsInfinite ? new CancellationTokenSource() : new CancellationTokenSource(timeout, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        Token = _source.Token;
    }

    public CancellationToken Token { get; }

    public bool IsCancelledByCaller => _caller.IsCancellationRequested;

    public TimeSpan Remaining => IsInfinite ? TimeSpan.MaxValue : _timeout - _time.GetElapsedTime(_started);

    private bool IsInfinite => _timeout == Timeout.InfiniteTimeSpan;

    /// <summary>Starts the wait for the next thing.</summary>
    public void Arm()
    {
        if (!IsInfinite)
        {
            _source.CancelAfter(_timeout);
        }
    }

    /// <summary>Ends the wait: what the caller does between two events is not the provider's time.</summary>
    public void Disarm()
    {
        if (!IsInfinite)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What a cancellation means to the caller.</summary>
    public Exception Translate(ProviderDescriptor provider, bool streaming, OperationCanceledException cause, Exception? last = null)
    {
        if (IsCancelledByCaller)
        {
            return cause.CancellationToken == _caller ? cause : new OperationCanceledException(cause.Message, cause, _caller);
        }

        return Failures.TimedOut(provider, _timeout, streaming, last);
    }

    public void Dispose()
    {
        // The registration first: its callback must not meet a disposed source.
        _registration.Dispose();
        _source.Dispose();
    }
}
