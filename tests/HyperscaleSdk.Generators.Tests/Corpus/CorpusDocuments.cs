using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>The documents of the corpus, as files.</summary>
internal static class CorpusDocuments
{
    public const string Absent = "The corpus of real documents is absent: it lies beside the repository, in shared/corpus.";

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    // The large ones take longer to compile than everything else together: they are part of a full run, not of every one.
    public static bool IncludesBig => Environment.GetEnvironmentVariable("HYPERSCALE_FULL_CORPUS") == "1";

    /// <summary>The documents to run over, as paths within the corpus; none when it is absent.</summary>
    public static IReadOnlyList<string> Names { get; } = RepositoryPaths.Corpus is not { } corpus ? [] : [.. Files(corpus, "dev"), .. Files(corpus, "big").Where(_ => IncludesBig)];

    /// <summary>Where a document lies; null when the corpus or the document is absent.</summary>
    public static string? Find(string document)
        => RepositoryPaths.Corpus is { } corpus && File.Exists(Path.Combine(corpus, document)) ? Path.Combine(corpus, document) : null;

    /// <summary>Where a document comes from, by its path within the corpus: its version and repository.</summary>
    public static IReadOnlyDictionary<string, (string Version, string Origin)> Origins()
        => File.ReadLines(Path.Combine(RepositoryPaths.Corpus!, "index.tsv")).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => (cells[1], cells[4]), StringComparer.Ordinal);

    /// <summary>
    /// Every method below <c>paths</c>, found in the document's own nodes and not in what the generator made of them: an operation that it loses
    /// without a word is one too many here.
    /// </summary>
    public static IReadOnlyList<CorpusPlace> OperationsOf(SourceDocument source)
    {
        var places = new List<CorpusPlace>();
        foreach (var path in source.Root?["paths"]?.Members ?? [])
        {
            foreach (var member in Target(source.Root!, path.Value).Members.Where(member => Methods.Contains(member.Name, StringComparer.OrdinalIgnoreCase)))
            {
                var position = source.GetPosition(member.NameSpan.Start);
                places.Add(new CorpusPlace(position.Line, position.Column));
            }
        }

        return places;
    }

    private static SpecNode Target(SpecNode root, SpecNode item)
        => item["$ref"]?.Scalar is not { } reference || !reference.StartsWith("#/", StringComparison.Ordinal)
            ? item
            : reference[2..].Split('/').Aggregate((SpecNode?)root, (node, segment) => node?[segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]) ?? item;

    private static IEnumerable<string> Files(string corpus, string folder)
        => Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal).Select(file => folder + "/" + Path.GetFileName(file));
}
