using System.Diagnostics;
using System.Globalization;

namespace HyperscaleSdk.Benchmarks;

/// <summary>
/// Both readers in turn, again and again, and the shortest run of each. Other work on the machine makes runs longer and never
/// shorter, and it hits both alike: this ratio holds on a busy machine, where means do not.
/// </summary>
internal static class RatioReport
{
    private static readonly TimeSpan PerDocument = TimeSpan.FromSeconds(12);

    public static int Write(TextWriter output)
    {
        output.WriteLine("| document | Microsoft.OpenApi, ms | here, ms | time ratio | allocation ratio | rounds |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var document in BenchmarkDocument.ToRead)
        {
            output.WriteLine(Row(document));
        }

        return 0;
    }

    private static string Row(BenchmarkDocument document)
    {
        var readers = new ReadingBenchmarks { Document = document };
        readers.Prepare();
        var (peer, own) = (new Best(() => readers.Peer()), new Best(() => readers.Own()));
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        for (; clock.Elapsed < PerDocument; rounds++)
        {
            peer.Run();
            own.Run();
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {document.Name} | {peer.Milliseconds:F2} | {own.Milliseconds:F2} | {own.Milliseconds / peer.Milliseconds:F2} | {(double)own.Bytes / peer.Bytes:F2} | {rounds} |");
    }

    private sealed class Best(Func<object?> action)
    {
        public double Milliseconds { get; private set; } = double.MaxValue;

        public long Bytes { get; private set; }

        public void Run()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var result = action();
            Milliseconds = Math.Min(Milliseconds, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            GC.KeepAlive(result);
        }
    }
}
