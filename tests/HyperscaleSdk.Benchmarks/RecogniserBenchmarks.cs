using BenchmarkDotNet.Attributes;

namespace HyperscaleSdk.Benchmarks;

/// <summary>Personal data in text: the recognisers beside the formats as compiled regular expressions, on the same text.</summary>
public class RecogniserBenchmarks
{
    private readonly TablePatterns _patterns = new();

    /// <summary>The text that is read.</summary>
    [ParamsSource(nameof(Samples))]
    public TextSample Sample { get; set; } = null!;

    /// <summary>What there is to read.</summary>
    public static IEnumerable<TextSample> Samples() => TextSample.All;

    /// <summary>Thirteen expressions, one after the other.</summary>
    [Benchmark(Baseline = true, Description = "13 compiled expressions")]
    public int Expressions() => _patterns.Count(Sample.Text);

    /// <summary>All categories at once.</summary>
    [Benchmark(Description = "PersonalDataRecognizer")]
    public int Recognisers() => PersonalDataRecognizer.Find(Sample.Text).Count;
}
