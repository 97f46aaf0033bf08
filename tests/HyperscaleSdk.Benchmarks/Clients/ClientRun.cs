using System.Diagnostics;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>One client's runs of a task.</summary>
internal sealed class ClientRun(string name, Func<Task<int>> action)
{
    public string Name => name;

    /// <summary>The shortest run.</summary>
    public double Microseconds { get; private set; } = double.MaxValue;

    /// <summary>What a run allocates, on all threads: the least that was seen, because the runtime allocates now and then for itself.</summary>
    public long Bytes { get; private set; } = long.MaxValue;

    public int Result { get; private set; }

    public async Task RunAsync(int times)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Result = await action();
            Microseconds = Math.Min(Microseconds, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        Bytes = Math.Min(Bytes, (GC.GetTotalAllocatedBytes(precise: true) - before) / times);
    }
}
