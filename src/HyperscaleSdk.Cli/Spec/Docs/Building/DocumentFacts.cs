using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>What the document says that no C# depends on, and that a plan therefore does not hold.</summary>
internal sealed class DocumentFacts
{
    private const int LongestVersion = 60;
    private const int LongestName = 120;

    private readonly Dictionary<(string Method, string Path), string> _groups = [];

    private DocumentFacts(ApiDocument? document)
    {
        if (document is null)
        {
            return;
        }

        Version = SafeText.OneLine(document.Version ?? "", LongestVersion);
        Description = document.Description;
        FurtherReading = document.Root["externalDocs"]?["url"]?.AsString();
        foreach (var tag in document.Root["tags"]?.Items ?? [])
        {
            if (tag["name"]?.Scalar is { } name)
            {
                Descriptions.TryAdd(SafeText.OneLine(name, LongestName), tag["description"]?.AsString());
            }
        }

        foreach (var operation in document.Operations)
        {
            Operations.Add((operation.Method, operation.Path));
            var tag = operation.Node["tags"]?.Items is [var first, ..] ? SafeText.OneLine(first.Scalar ?? "", LongestName) : "";
            _groups.TryAdd((operation.Method, operation.Path), tag.Length > 0 ? tag : GroupOf(operation.Path));
        }
    }

    public string Version { get; } = "";

    public string? Description { get; }

    /// <summary>The address of the vendor's own pages, as written; null when the document names none.</summary>
    public string? FurtherReading { get; }

    /// <summary>The declared tags, in order, with their descriptions.</summary>
    public Dictionary<string, string?> Descriptions { get; } = new(StringComparer.Ordinal);

    /// <summary>Every operation of the document, also those that the generator leaves out.</summary>
    public List<(string Method, string Path)> Operations { get; } = [];

    public static DocumentFacts Read(SpecRequest request, CancellationToken cancellationToken)
        => new(SpecCompiler.Read(request, [], cancellationToken).Document);

    /// <summary>The group of an operation: its first tag, or else the first word of its path.</summary>
    public string GroupOf(string method, string path) => _groups.TryGetValue((method, path), out var group) ? group : GroupOf(path);

    private static string GroupOf(string path)
    {
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Split('#', '?', ':', '=')[0];
            if (word.Length > 0 && word[0] != '{' && !IsVersion(word))
            {
                return SafeText.OneLine(word, LongestName) is { Length: > 0 } name ? name : "/";
            }
        }

        return "/";
    }

    private static bool IsVersion(string part) => part.Length is > 1 and < 5 && part[0] is 'v' or 'V' && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
