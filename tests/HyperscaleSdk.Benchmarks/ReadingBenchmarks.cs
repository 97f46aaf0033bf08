using System.Text;
using BenchmarkDotNet.Attributes;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace HyperscaleSdk.Benchmarks;

/// <summary>
/// Bytes to a model: our readers beside Microsoft.OpenApi, on the same bytes. The models differ: ours keeps the position of every
/// node and leaves out what no code is made of (examples, links, callbacks); theirs has those and keeps no positions.
/// </summary>
public class ReadingBenchmarks
{
    private byte[] _bytes = null!;
    private string _format = null!;
    private OpenApiReaderSettings _settings = null!;

    /// <summary>The document that is read.</summary>
    [ParamsSource(nameof(Documents))]
    public BenchmarkDocument Document { get; set; } = null!;

    /// <summary>What there is to measure.</summary>
    public static IEnumerable<BenchmarkDocument> Documents() => BenchmarkDocument.ToRead;

    /// <summary>Reads the file, and reads it once with both.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _bytes = Document.Bytes();
        _format = Document.Path.EndsWith(".json", StringComparison.Ordinal) ? "json" : "yaml";
        _settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet(), LeaveStreamOpen = true };
        _settings.AddYamlReader();
        var theirs = Peer();
        var ours = Own() ?? throw new InvalidOperationException("The document is not read.");
        Console.WriteLine(FormattableString.Invariant(
            $"// {Document.Name}: {ours.Operations.Count} operations and {ours.Schemas.Count} schemas here, {theirs.Document?.Paths.Sum(path => path.Value.Operations?.Count ?? 0)} and {theirs.Document?.Components?.Schemas?.Count} there, {theirs.Diagnostic?.Errors.Count} errors there"));
    }

    /// <summary>Microsoft.OpenApi without validation rules.</summary>
    [Benchmark(Baseline = true, Description = "Microsoft.OpenApi 3.11.0")]
    public ReadResult Peer() => OpenApiModelFactory.Load(new MemoryStream(_bytes, writable: false), _format, _settings);

    /// <summary>Bytes to text, to nodes, to the model.</summary>
    [Benchmark(Description = "SpecReader + OpenApiReader")]
    public ApiDocument? Own()
    {
        var source = SpecReader.Read(Document.Path, Encoding.UTF8.GetString(_bytes));
        return OpenApiReader.Read(source, source.Root, out _, CancellationToken.None);
    }

    /// <summary>Bytes to text to nodes only.</summary>
    [Benchmark(Description = "SpecReader alone")]
    public SourceDocument OwnNodes() => SpecReader.Read(Document.Path, Encoding.UTF8.GetString(_bytes));
}
