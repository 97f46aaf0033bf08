using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HyperscaleSdk.Benchmarks;
using HyperscaleSdk.Benchmarks.Clients;
using HyperscaleSdk.TestKit;
using Perfolizer.Horology;

if (args.Contains("--clients", StringComparer.Ordinal))
{
    return await ClientReport.WriteAsync(Console.Out);
}

if (args.Contains("--load", StringComparer.Ordinal))
{
    return await LoadReport.WriteAsync(Console.Out);
}

if (args.Contains("--serve", StringComparer.Ordinal))
{
    return await EmulatorProcess.ServeAsync();
}

if (RepositoryPaths.Corpus is null)
{
    Console.WriteLine("The folder of public API descriptions (../shared/corpus) is absent: only the repository's own documents are measured.");
}

if (args.Contains("--sizes", StringComparer.Ordinal))
{
    return SizeReport.Write(Console.Out);
}

if (args.Contains("--ratios", StringComparer.Ordinal))
{
    return RatioReport.Write(Console.Out);
}

if (args.Contains("--recognisers", StringComparer.Ordinal))
{
    return RecogniserReport.Write(Console.Out);
}

// In this process, because a project made by BenchmarkDotNet below this folder would be held to the repository's build rules.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
// Short iterations and their minimum: on a machine that does other work as well, the shortest of many tells most.
job = (args.Contains("--quick", StringComparer.Ordinal) ? job.WithWarmupCount(1).WithIterationCount(4) : job.WithWarmupCount(3).WithIterationCount(25)).WithIterationTime(TimeInterval.FromMilliseconds(100));
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Min)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(RepositoryPaths.Root, "BenchmarkDotNet.Artifacts"))
    .WithOptions(ConfigOptions.DisableLogFile);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(GenerationBenchmarks).Assembly).Run([.. args.Where(argument => argument != "--quick")], config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
