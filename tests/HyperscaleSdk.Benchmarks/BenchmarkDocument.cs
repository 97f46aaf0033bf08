using System.Text;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Benchmarks;

/// <summary>A document that is measured.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="BindingPath">The binding beside it; null for none.</param>
public sealed record BenchmarkDocument(string Name, string Path, string? BindingPath = null)
{
    /// <summary>Own documents, and those of the corpus where it is present.</summary>
    public static IReadOnlyList<BenchmarkDocument> ToGenerate { get; } = [Own("upstage"), .. Corpus(("middle, YAML", "dev/d047.yaml"), ("OpenAI, JSON", "big/big-openai-json.json"), ("OpenAI, YAML", "big/big-openai-yaml.yaml"))];

    /// <summary>The documents that are read.</summary>
    public static IReadOnlyList<BenchmarkDocument> ToRead { get; } =
        [Own("upstage"), .. Corpus(("middle, JSON", "dev/d045.json"), ("middle, YAML", "dev/d047.yaml"), ("OpenAI, JSON", "big/big-openai-json.json"), ("OpenAI, YAML", "big/big-openai-yaml.yaml"))];

    /// <summary>The documents whose generated code is counted.</summary>
    public static IReadOnlyList<BenchmarkDocument> ToCount { get; } = [Own("upstage"), Own("naver-clovastudio"), .. Corpus(("OpenAI", "big/big-openai-json.json"))];

    /// <summary>The file as it is.</summary>
    public byte[] Bytes() => File.ReadAllBytes(Path);

    /// <summary>The file as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Reads the document into nodes.</summary>
    public SourceDocument Nodes() => SpecReader.Read(Path, Text());

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static BenchmarkDocument Own(string folder)
    {
        var path = System.IO.Path.Combine(RepositoryPaths.Root, "specs", folder);
        return new BenchmarkDocument(folder, System.IO.Path.Combine(path, "openapi.yaml"), System.IO.Path.Combine(path, "binding.yaml"));
    }

    private static IEnumerable<BenchmarkDocument> Corpus(params (string Name, string Path)[] documents)
        => RepositoryPaths.Corpus is { } corpus ? documents.Select(document => new BenchmarkDocument(document.Name, System.IO.Path.Combine(corpus, document.Path))) : [];
}
