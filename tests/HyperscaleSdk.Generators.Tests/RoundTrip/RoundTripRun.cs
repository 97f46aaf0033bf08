using System.Collections.Concurrent;
using HyperscaleSdk.Generators.Tests.Corpus;
using HyperscaleSdk.TestKit;

[assembly: AssemblyFixture(typeof(HyperscaleSdk.Generators.Tests.RoundTrip.RoundTripRun))]

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Generates, compiles and loads each document once, whoever asks first.</summary>
public sealed class RoundTripRun
{
    /// <summary>The part of OpenAI's document that is looked at in every run.</summary>
    public const string OpenAiSubset = "big/big-openai-yaml.yaml (subset)";

    private static readonly string[] OpenAiPaths = ["/chat/completions", "/responses", "/embeddings", "/files", "/moderations", "/batches", "/audio/transcriptions"];

    private readonly ConcurrentDictionary<string, Lazy<RoundTripDocument>> _documents = new(StringComparer.Ordinal);

    /// <summary>Documents of different kinds, of the corpus and the repository's own.</summary>
    public static IReadOnlyList<string> Names { get; } = CorpusDocuments.IncludesBig
        ? [.. OwnNames(), .. CorpusDocuments.Names]
        :
        [
            .. OwnNames(),
            "dev/d013.yaml", // 2.0, Azure: composed of bases
            "dev/d029.yaml", // 2.0, Learnifier: examples of answers
            "dev/d055.json", // 2.0, Amazon
            "dev/d018.yaml", // 3.0, Google: deep enumerations
            "dev/d045.json", // 3.0, Qdrant: unions
            "dev/d046.yaml", // 3.0, Spotify: allOf, examples
            "dev/d051.json", // 3.0, HubSpot: maps
            "dev/d038.yaml", // 3.1, AssemblyAI: examples
            "dev/d039.yaml", // 3.1, Mistral: discriminators, null
            "dev/d041.yaml", // 3.1, Museum: examples
            "dev/d047.yaml", // 3.1, Together: unions
            "dev/d048.yaml", // 3.1, Adyen: examples
            OpenAiSubset,
        ];

    /// <summary>Why a document is not looked at; null when it is there.</summary>
    public static string? Missing(string name)
        => Find(name) is null ? $"{name} is absent: the corpus of real documents lies beside the repository, in shared/corpus." : null;

    internal RoundTripDocument Document(string name) => _documents.GetOrAdd(name, static name => new Lazy<RoundTripDocument>(() => Load(name))).Value;

    private static RoundTripDocument Load(string name)
    {
        var path = Find(name)!;
        var text = File.ReadAllText(path);
        return RoundTripDocument.Load(path, name == OpenAiSubset ? DocumentSubset.Of(path, text, OpenAiPaths) : text, CancellationToken.None);
    }

    private static string? Find(string name)
    {
        var own = Path.Combine(RepositoryPaths.Root, name);
        return File.Exists(own) ? own : CorpusDocuments.Find(name.Split(' ')[0]);
    }

    private static IEnumerable<string> OwnNames()
        => Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "specs")).Order(StringComparer.Ordinal)
            .Where(folder => File.Exists(Path.Combine(folder, "openapi.yaml"))) // a profile has the document that it extends
            .Select(folder => $"specs/{Path.GetFileName(folder)}/openapi.yaml");
}
