using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Benchmarks;

/// <summary>The generator within a compilation: the first run, and what an edit costs after it.</summary>
public class GenerationBenchmarks
{
    private GeneratorHost _host = null!;
    private GeneratorDriver _warm = null!;
    private Compilation _edited = null!;

    /// <summary>The document of the project.</summary>
    [ParamsSource(nameof(Documents))]
    public BenchmarkDocument Document { get; set; } = null!;

    /// <summary>What there is to measure.</summary>
    public static IEnumerable<BenchmarkDocument> Documents() => BenchmarkDocument.ToGenerate;

    /// <summary>Runs the generator once, so that the edits find everything cached.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _host = new GeneratorHost(Document);
        _edited = _host.WithUnrelatedEdit();
        _warm = _host.CreateDriver().RunGenerators(_host.Compilation);
        var result = _warm.GetRunResult();
        if (result.GeneratedTrees.IsEmpty || _host.EditOperation(_warm).RunGenerators(_host.Compilation).GetRunResult().Diagnostics.Length > result.Diagnostics.Length)
        {
            throw new InvalidOperationException("The document does not generate, or the edit broke it.");
        }
    }

    /// <summary>A new driver: text to C# files. The compiler parses those files when it first needs them, which is not in here.</summary>
    [Benchmark(Baseline = true, Description = "cold")]
    public GeneratorDriver Cold() => _host.CreateDriver().RunGenerators(_host.Compilation);

    /// <summary>An edit of C# that has nothing to do with the document.</summary>
    [Benchmark(Description = "unrelated C# edited")]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_edited);

    /// <summary>An edit of one operation of the document: all is read again, and one file is written again.</summary>
    [Benchmark(Description = "one operation edited")]
    public GeneratorDriver OneOperationEdit() => _host.EditOperation(_warm).RunGenerators(_host.Compilation);
}
