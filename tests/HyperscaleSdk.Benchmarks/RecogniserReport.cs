using System.Diagnostics;
using System.Globalization;

namespace HyperscaleSdk.Benchmarks;

/// <summary>
/// Recognisers and compiled expressions in turn, the shortest run of each (see <see cref="RatioReport"/>), and the time
/// per character of hostile texts at doubled sizes: where work is linear it stays the same.
/// </summary>
internal static class RecogniserReport
{
    private const int SmallHostileText = 131_072;

    private static readonly TimeSpan PerText = TimeSpan.FromSeconds(4);

    public static int Write(TextWriter output)
    {
        output.WriteLine("| text | expressions, Mchar/s | recognisers, Mchar/s | times faster | found by expressions | found here |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var sample in TextSample.All)
        {
            output.WriteLine(Row(sample));
        }

        output.WriteLine();
        output.WriteLine("| hostile text | ns/char at 128 k | 256 k | 512 k | 1 M |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (index, sample) in TextSample.Hostile(SmallHostileText).Index())
        {
            var sizes = Enumerable.Range(0, 4).Select(doubling => Nanoseconds(TextSample.Hostile(SmallHostileText << doubling).ElementAt(index)));
            output.WriteLine("| " + sample.Name + " | " + string.Join(" | ", sizes.Select(time => time.ToString("F1", CultureInfo.InvariantCulture))) + " |");
        }

        return 0;
    }

    private static string Row(TextSample sample)
    {
        var benchmarks = new RecogniserBenchmarks { Sample = sample };
        var (theirs, ours) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var (found, recognised) = (0, 0);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < PerText;)
        {
            theirs = Shorter(theirs, () => found = benchmarks.Expressions());
            ours = Shorter(ours, () => recognised = benchmarks.Recognisers());
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {sample.Name} | {Speed(sample, theirs):F0} | {Speed(sample, ours):F0} | {theirs / ours:F1} | {found} | {recognised} |");
    }

    private static double Nanoseconds(TextSample sample)
    {
        var best = TimeSpan.MaxValue;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < PerText / 16;)
        {
            best = Shorter(best, () => PersonalDataRecognizer.Find(sample.Text));
        }

        return best.TotalNanoseconds / sample.Text.Length;
    }

    private static TimeSpan Shorter(TimeSpan best, Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return elapsed < best ? elapsed : best;
    }

    private static double Speed(TextSample sample, TimeSpan time) => sample.Text.Length / time.TotalMicroseconds;
}
