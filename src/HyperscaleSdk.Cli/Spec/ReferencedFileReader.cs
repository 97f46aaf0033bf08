using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Reads the files that a document refers to, and those that they refer to. Nothing outside of a root folder is opened, also not by way of a link.</summary>
internal sealed class ReferencedFileReader
{
    private readonly string _main;
    private readonly string _root;
    private readonly Dictionary<string, SpecPart> _parts = new(StringComparer.Ordinal);
    private readonly Queue<(string Path, string Text)> _unread = new();

    /// <summary>Makes a reader.</summary>
    /// <param name="main">The document.</param>
    /// <param name="root">The folder that references may not leave; null means the document's own.</param>
    /// <exception cref="CliException">The root is no folder.</exception>
    public ReferencedFileReader(string main, string? root)
    {
        _main = main;
        var folder = root ?? Path.GetDirectoryName(Path.GetFullPath(main))!;
        if (!Directory.Exists(folder))
        {
            throw new CliException(ExitCodes.Input, $"'{folder}' is no folder.");
        }

        _root = RealPath(Path.GetFullPath(folder));
    }

    /// <summary>The files in the order in which references led to them; one that is missing, or lies outside, is not among them.</summary>
    /// <param name="texts">The document, and overlays: their references are the document's.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<SpecPart>> ReadAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        foreach (var text in texts)
        {
            _unread.Enqueue((_main, text));
        }

        while (_unread.TryDequeue(out var file))
        {
            if (SpecReader.Read(file.Path, file.Text, cancellationToken).Root is not { } node)
            {
                continue;
            }

            foreach (var reference in References(node))
            {
                await AddAsync(RelativePath.Combine(file.Path, reference), cancellationToken);
            }
        }

        return [.. _parts.Values];
    }

    /// <summary>The text of the document that a profile extends.</summary>
    /// <exception cref="CliException">It is missing, or lies outside of the root.</exception>
    public async Task<string> ReadExtendedAsync(string path, CancellationToken cancellationToken)
        => !File.Exists(path) || IsWithinRoot(path)
            ? await SpecFile.ReadAsync(path, cancellationToken)
            : throw new CliException(ExitCodes.Input, $"'{path}', which the profile extends, lies outside of '{_root}'. Name a folder that holds both by --root.");

    private async Task AddAsync(string path, CancellationToken cancellationToken)
    {
        if (_parts.ContainsKey(path) || string.Equals(path, RelativePath.Normalise(_main), StringComparison.Ordinal) || !File.Exists(path) || !IsWithinRoot(path))
        {
            return;
        }

        var text = await SpecFile.ReadAsync(path, cancellationToken);
        _parts.Add(path, new SpecPart(path, text));
        _unread.Enqueue((path, text));
    }

    private bool IsWithinRoot(string path) => RealPath(Path.GetFullPath(path)).StartsWith(_root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Folder by folder, so that a link on the way counts as where it leads.
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            real = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }

    private static IEnumerable<string> References(SpecNode root)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([root]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node["$ref"]?.Scalar is { } reference && reference.Split('#')[0] is { Length: > 0 } path && RelativePath.IsRelative(Uri.UnescapeDataString(path)))
            {
                yield return Uri.UnescapeDataString(path);
            }

            foreach (var child in node.Members.Select(member => member.Value).Concat(node.Items))
            {
                open.Push(child);
            }
        }
    }
}
