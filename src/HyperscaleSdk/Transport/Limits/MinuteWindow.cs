namespace HyperscaleSdk.Runtime;

/// <summary>
/// What may be spent in any 60 seconds. Turns are given in the order of asking, as times to come: whatever window a provider counts in, a full one is never
/// exceeded. Times are timestamps of the clock. Not thread-safe: the limiter locks.
/// </summary>
internal sealed class MinuteWindow(long limit, long ticksPerMinute)
{
    private readonly LinkedList<(long At, long Cost)> _spent = new();

    /// <summary>The earliest time from <paramref name="from"/> on at which a cost fits.</summary>
    public long Earliest(long from, long cost)
    {
        // What is larger than a whole minute's worth has to be sent some time: it takes an empty minute.
        var room = limit - Math.Min(cost, limit);
        var at = _spent.Last is { } last && last.Value.At > from ? last.Value.At : from;
        long inside = 0;
        for (var entry = _spent.Last; entry is not null; entry = entry.Previous)
        {
            if (entry.Value.At + ticksPerMinute <= at)
            {
                break;
            }

            inside += entry.Value.Cost;
            if (inside > room)
            {
                return Math.Max(at, entry.Value.At + ticksPerMinute);
            }
        }

        return at;
    }

    public void Spend(long at, long cost, long now)
    {
        while (_spent.First is { } first && first.Value.At + ticksPerMinute <= now)
        {
            _spent.RemoveFirst();
        }

        _spent.AddLast((at, Math.Min(cost, limit)));
    }

    /// <summary>Takes back a turn that was not used.</summary>
    public void Return(long at, long cost) => _spent.Remove((at, Math.Min(cost, limit)));
}
