using HyperscaleSdk.Fuzzing.Documents;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Runs a part of the cases in a process of its own, which may die on the way.</summary>
internal sealed class Worker(FuzzOptions options)
{
    public const int ExitHang = 70;

    public int Run()
    {
        var pool = DocumentPool.For(options);
        var factory = new CaseFactory(pool, options.Seed);
        var folder = new FailureFolder(options);
        using var marker = new CaseMarker(options.Out);
        var run = new FuzzRun(factory, options.CompileEvery)
        {
            OnCase = marker.Write,
            OnFailure = folder.Write,
            OnHang = index =>
            {
                folder.WriteHang(factory.Create(index));
                Environment.Exit(ExitHang);
            },
        };
        run.Run(options.Start, options.Count).Save(options.WorkerTally!);
        return 0;
    }
}
