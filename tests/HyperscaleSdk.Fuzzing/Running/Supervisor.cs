using System.Diagnostics;
using System.Globalization;
using HyperscaleSdk.Fuzzing.Documents;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Runs the cases in child processes, part by part. A stack overflow ends a child; its case is a failure, and the run goes on behind it.</summary>
internal sealed class Supervisor(FuzzOptions options)
{
    private const int Part = 2_000;

    private readonly Tally _tally = new();
    private readonly string _partTally = Path.Combine(options.Out, "part.json");

    public int Run()
    {
        Directory.CreateDirectory(options.Out);
        var clock = Stopwatch.StartNew();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"--seed {options.Seed} --start {options.Start} --count {options.Count} --compile-every {options.CompileEvery}"));
        var end = options.Start + options.Count;
        for (var start = options.Start; start < end; start += Part)
        {
            RunPart(start, Math.Min(Part, end - start));
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{_tally.Cases} cases, {_tally.Accepted} accepted, {_tally.Compiled} compiled, {_tally.Failures.Values.Sum()} failures, {clock.Elapsed.TotalSeconds:F0} s"));
        }

        var summary = string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, cases {options.Start} to {end - 1}, {clock.Elapsed.TotalSeconds:F0} s\n\n") + _tally.ToMarkdown();
        Console.WriteLine(summary);
        File.WriteAllText(Path.Combine(options.Out, "summary.md"), summary);
        return _tally.Failures.Count == 0 ? 0 : 1;
    }

    private void RunPart(int start, int count)
    {
        if (count == 0)
        {
            return;
        }

        var exitCode = RunChild(start, count);
        if (exitCode == 0)
        {
            _tally.Add(Tally.Load(_partTally));
            return;
        }

        if (CaseMarker.Read(options.Out) is not { } lost || lost < start || lost >= start + count)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A child process ended with {exitCode} before its first case."));
        }

        var signature = exitCode == Worker.ExitHang ? "never ends" : string.Create(CultureInfo.InvariantCulture, $"ends its process (exit code {exitCode})");
        _tally.AddLost(signature);
        if (exitCode != Worker.ExitHang)
        {
            new FailureFolder(options).WriteLost(new CaseFactory(DocumentPool.For(options), options.Seed).Create(lost), signature);
        }

        // What the child had counted went with it: its cases run once more, up to the one that it fell over.
        RunPart(start, lost - start);
        RunPart(lost + 1, start + count - lost - 1);
    }

    private int RunChild(int start, int count)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            info.ArgumentList.Add(typeof(Supervisor).Assembly.Location);
        }

        foreach (var argument in options.ForWorker(start, count, _partTally))
        {
            info.ArgumentList.Add(argument);
        }

        using var child = Process.Start(info)!;
        child.WaitForExit();
        return child.ExitCode;
    }
}
