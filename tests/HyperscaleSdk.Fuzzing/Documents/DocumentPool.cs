using HyperscaleSdk.Fuzzing.Mutations;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Fuzzing.Documents;

/// <summary>The documents that cases are made from, small ones drawn more often than large ones.</summary>
internal sealed class DocumentPool
{
    private const int Small = 40_000;
    private const int Large = 600_000;

    private readonly List<FuzzDocument>[] _drawers;

    public DocumentPool(IEnumerable<FuzzDocument> documents)
    {
        All = [.. documents];
        _drawers =
        [
            [.. All.Where(document => document.Binding is not null)],
            [.. All.Where(document => document.Binding is null && document.Length < Small)],
            [.. All.Where(document => document.Binding is null && document.Length is >= Small and < Large)],
            [.. All.Where(document => document.Binding is null && document.Length >= Large)],
        ];
    }

    public IReadOnlyList<FuzzDocument> All { get; }

    /// <summary>All documents there are, or the one that the options name.</summary>
    public static DocumentPool For(FuzzOptions options)
        => new(options.FromDocument is { } path
            ? [FuzzDocument.Load(path, Path.GetFileName(path)) ?? throw new InvalidDataException(path + " is no mapping.")]
            : Own().Concat(Corpus("dev", "big")));

    /// <summary>The repository's own documents, those of the tests included.</summary>
    public static IEnumerable<FuzzDocument> Own()
        => Load(RepositoryPaths.Root, Path.Combine(RepositoryPaths.Root, "specs"))
            .Concat(Load(RepositoryPaths.Root, Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Generators.Tests", "Bindings")));

    /// <summary>The public API descriptions beside the repository; none where they are absent.</summary>
    public static IEnumerable<FuzzDocument> Corpus(params IEnumerable<string> folders)
        => RepositoryPaths.Corpus is { } corpus ? folders.SelectMany(folder => Load(corpus, Path.Combine(corpus, folder))) : [];

    public FuzzDocument Draw(Rng rng)
    {
        var wanted = rng.Next(100) switch
        {
            < 25 => 0,
            < 65 => 1,
            < 90 => 2,
            _ => 3,
        };
        var drawer = _drawers[wanted].Count > 0 ? _drawers[wanted] : All;
        return rng.Pick(drawer);
    }

    private static IEnumerable<FuzzDocument> Load(string root, string folder)
        => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".json" or ".yaml" && Path.GetFileName(file) is not ("binding.yaml" or "unavailable.yaml"))
            .Order(StringComparer.Ordinal)
            .Select(file => FuzzDocument.Load(file, Path.GetRelativePath(root, file).Replace('\\', '/')))
            .OfType<FuzzDocument>();
}
