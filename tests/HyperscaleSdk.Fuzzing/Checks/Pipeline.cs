using HyperscaleSdk.Generators;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>Text to C#, as the generator and the command line do it. The only place that knows the generator's inner types.</summary>
internal static class Pipeline
{
    public const string ClientName = "Test";
    public const string Namespace = "Generated.Test";

    public static PipelineOutcome Run(FuzzInput input, CancellationToken cancellationToken)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = SpecCompiler.Compile(
            new SpecRequest(input.SpecPath, input.SpecText, input.BindingPath, input.BindingText, Namespace, ModelNamespace: null, ClientName), cancellationToken);
        var files = new List<(string, string)>();
        if (outcome.Plan is { } plan)
        {
            foreach (var file in SpecEmitter.Emit(plan))
            {
                cancellationToken.ThrowIfCancellationRequested();
                files.Add((GeneratedFileName.Of(ClientName, file.Name), file.Source));
            }
        }

        return new PipelineOutcome(outcome.Plan, [.. outcome.Diagnostics], files, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
