namespace HyperscaleSdk.Tests;

/// <summary>An observer that writes down what it hears.</summary>
internal sealed class Recorder : IWireCallObserver
{
    private readonly Lock _gate = new();

    public List<string> Log { get; } = [];

    public List<WireCall> Started { get; } = [];

    public List<(WireCall Call, WireCallResult Result)> Ended { get; } = [];

    public Func<WireCall, Exception?>? Refuse { get; set; }

    public Exception? EndFailure { get; set; }

    public WireCallResult Only
    {
        get
        {
            lock (_gate)
            {
                return Assert.Single(Ended).Result;
            }
        }
    }

    /// <summary>What has ended until now, also while calls run.</summary>
    public IReadOnlyList<(WireCall Call, WireCallResult Result)> EndedSoFar()
    {
        lock (_gate)
        {
            return [.. Ended];
        }
    }

    public ValueTask StartingAsync(WireCall call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Log.Add($"start {call.Attempt}");
            Started.Add(call);
        }

        return Refuse?.Invoke(call) is { } refusal ? ValueTask.FromException(refusal) : ValueTask.CompletedTask;
    }

    public ValueTask EndedAsync(WireCall call, WireCallResult result)
    {
        lock (_gate)
        {
            Log.Add($"end {call.Attempt} {result.Outcome}");
            Ended.Add((call, result));
        }

        return EndFailure is null ? ValueTask.CompletedTask : ValueTask.FromException(EndFailure);
    }
}
