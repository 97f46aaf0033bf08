namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>
/// Ends what takes too much processor time. Time that the machine spends on other work does not count: this is a process of one busy
/// thread, and what is measured is the time that the process got.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _soft;
    private readonly TimeSpan _hard;
    private readonly Action<int> _onHang;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private CancellationTokenSource? _current;
    private TimeSpan _startedAt;
    private int _index;

    /// <param name="soft">Processor time after which the token of a case is cancelled.</param>
    /// <param name="hard">Processor time after which the case is taken for one that never ends.</param>
    /// <param name="onHang">Called with the index of such a case, on another thread.</param>
    public Watchdog(TimeSpan soft, TimeSpan hard, Action<int> onHang)
    {
        _soft = soft;
        _hard = hard;
        _onHang = onHang;
        _timer = new Timer(_ => Look(), state: null, Interval, Interval);
    }

    /// <summary>Starts to count for a case.</summary>
    public CancellationToken Begin(int index)
    {
        lock (_gate)
        {
            _current?.Dispose();
            _current = new CancellationTokenSource();
            _startedAt = Environment.CpuUsage.TotalTime;
            _index = index;
            return _current.Token;
        }
    }

    /// <summary>Stops to count.</summary>
    public void End()
    {
        lock (_gate)
        {
            _current?.Dispose();
            _current = null;
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        End();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_current is null)
            {
                return;
            }

            var used = Environment.CpuUsage.TotalTime - _startedAt;
            if (used > _hard)
            {
                _onHang(_index);
            }
            else if (used > _soft)
            {
                _current.Cancel();
            }
        }
    }
}
