namespace HyperscaleSdk.Tests.Providers;

/// <summary>A clock that moves only when it is told to, so that a timeout needs no waiting and no luck.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Passed();

    public override long GetTimestamp() => Passed().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Step(TimeSpan by)
    {
        List<Alarm> due;
        lock (_gate)
        {
            _passed += by;
            due = _alarms.FindAll(alarm => alarm.Due <= _passed);
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(static alarm => alarm.Ring());
    }

    private TimeSpan Passed()
    {
        lock (_gate)
        {
            return _passed;
        }
    }

    private sealed class Alarm(SteppingClock clock, Action ring) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._passed + dueTime;
                    clock._alarms.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
