namespace HyperscaleSdk.Runtime;

/// <summary>Gives the calls to one model their turns, in the order in which they ask.</summary>
internal sealed class ModelLimiter(TimeProvider time, int? requestsPerMinute, int? tokensPerMinute)
{
    private readonly Lock _gate = new();
    private readonly MinuteWindow? _requests = Window(time, requestsPerMinute);
    private readonly MinuteWindow? _tokens = Window(time, tokensPerMinute);

    /// <summary>Waits for a turn.</summary>
    /// <param name="tokens">What the call can use.</param>
    /// <param name="longest">How long the call may wait.</param>
    /// <param name="cancellationToken">Gives the turn back.</param>
    /// <returns>Null when it is the call's turn; how long it would have had to wait when that is too long.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(long tokens, TimeSpan longest, CancellationToken cancellationToken)
    {
        long at;
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetTimestamp();
            at = Turn(now, tokens);
            wait = at <= now ? TimeSpan.Zero : time.GetElapsedTime(now, at);
            if (wait > TimeSpan.Zero && wait >= longest)
            {
                return wait;
            }

            _requests?.Spend(at, 1, now);
            _tokens?.Spend(at, tokens, now);
        }

        if (wait == TimeSpan.Zero)
        {
            return null;
        }

        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                _requests?.Return(at, 1);
                _tokens?.Return(at, tokens);
            }

            throw;
        }
    }

    private static MinuteWindow? Window(TimeProvider time, int? limit) => limit is { } most ? new MinuteWindow(most, 60 * time.TimestampFrequency) : null;

    // A later time for one can be too early for the other; each step only moves on, so it ends.
    private long Turn(long now, long tokens)
    {
        for (var at = now; ;)
        {
            var next = _requests?.Earliest(at, 1) ?? at;
            next = _tokens?.Earliest(next, tokens) ?? next;
            if (next == at)
            {
                return at;
            }

            at = next;
        }
    }
}
