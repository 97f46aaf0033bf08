namespace HyperscaleSdk.Runtime;

/// <summary>One attempt and the requests that are sent beside it.</summary>
internal sealed class HedgedRun(TransportCall call)
{
    private readonly Lock _gate = new();
    private readonly List<Task<ApiExchange>> _attempts = [];
    private readonly int _before = call.Attempts;
    private bool _hasFailed;

    /// <summary>Whether another request may help: the first is on its way, and none has failed (what follows a failure is the retries' business).</summary>
    public bool MayAdd
    {
        get
        {
            lock (_gate)
            {
                return !_hasFailed && call.Attempts > _before;
            }
        }
    }

    public async ValueTask<HedgedAnswer> AttemptAsync(CancellationToken cancellationToken)
    {
        var attempt = call.AttemptOnceAsync(cancellationToken).AsTask();
        lock (_gate)
        {
            _attempts.Add(attempt);
        }

        try
        {
            return new HedgedAnswer(await attempt.ConfigureAwait(false));
        }
        catch
        {
            lock (_gate)
            {
                _hasFailed = true;
            }

            throw;
        }
    }

    /// <summary>Waits until all others have ended and are reported: their rows must not come after the call, or never.</summary>
    public async ValueTask SettleAsync(ApiExchange? taken)
    {
        List<Task<ApiExchange>> attempts;
        lock (_gate)
        {
            attempts = [.. _attempts];
        }

        foreach (var attempt in attempts)
        {
            try
            {
                var exchange = await attempt.ConfigureAwait(false);
                if (!ReferenceEquals(exchange, taken))
                {
                    await exchange.AbandonAsync().ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                // It reported itself; the caller gets the answer, or the failure of the first.
            }
        }
    }
}
