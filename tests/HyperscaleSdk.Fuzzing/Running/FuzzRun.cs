using System.Globalization;
using HyperscaleSdk.Fuzzing.Checks;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Runs cases one after the other on a thread of its own, whose stack is as small as a compiler's may be.</summary>
internal sealed class FuzzRun(CaseFactory factory, int compileEvery)
{
    // A thread of the compiler server has 1 MB on Windows: what overflows here overflows there.
    private const int StackSize = 1024 * 1024;

    /// <summary>Called before each case.</summary>
    public Action<int>? OnCase { get; init; }

    /// <summary>Called for each failure of a case.</summary>
    public Action<FuzzCase, CaseFailure>? OnFailure { get; init; }

    /// <summary>Called on another thread when a case never ends.</summary>
    public Action<int>? OnHang { get; init; }

    /// <summary>Processor time that one case may take before it counts as running away.</summary>
    public static TimeSpan CaseLimit { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Runs a range of cases and counts.</summary>
    public Tally Run(int start, int count)
    {
        var tally = new Tally();
        Exception? escaped = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    RunAll(start, count, tally);
                }
                catch (Exception exception)
                {
                    escaped = exception;
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return escaped is null ? tally : throw new InvalidOperationException("The run itself failed: " + escaped, escaped);
    }

    private void RunAll(int start, int count, Tally tally)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var watchdog = new Watchdog(
            CaseLimit,
            CaseLimit * 2,
            OnHang ?? (index => throw new InvalidOperationException("Case " + index.ToString(CultureInfo.InvariantCulture) + " never ends.")));
        for (var index = start; index < start + count; index++)
        {
            OnCase?.Invoke(index);
            var fuzzCase = factory.Create(index);
            var isCompiled = compileEvery > 0 && index % compileEvery == 0;
            var startedAt = Environment.CpuUsage.TotalTime;
            var result = CaseCheck.Run(fuzzCase, isCompiled, watchdog.Begin(index));
            watchdog.End();
            tally.Add(fuzzCase, result, isCompiled, Environment.CpuUsage.TotalTime - startedAt);
            foreach (var failure in result.Failures)
            {
                OnFailure?.Invoke(fuzzCase, failure);
            }
        }

        tally.ProcessorSeconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
