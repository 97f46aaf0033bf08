using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>The files that a document may refer to. Nothing here opens a file: the caller hands over the texts that it allows.</summary>
public sealed class ReferencedFiles
{
    private readonly SourceDocument _main;
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceDocument> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<SourceDocument> _files = new();
    private readonly CancellationToken _cancellationToken;

    /// <summary>Makes the set.</summary>
    /// <param name="main">The document that refers to them.</param>
    /// <param name="files">Paths and texts; a path may be relative where the document's own is.</param>
    /// <param name="cancellationToken">Ends reading early.</param>
    public ReferencedFiles(SourceDocument main, IEnumerable<KeyValuePair<string, string>> files, CancellationToken cancellationToken = default)
    {
        _main = main ?? throw new ArgumentNullException(nameof(main));
        _cancellationToken = cancellationToken;
        foreach (var file in files ?? throw new ArgumentNullException(nameof(files)))
        {
            _texts[RelativePath.Normalise(file.Key)] = file.Value;
        }
    }

    /// <summary>The files that were read, in the order in which references led to them.</summary>
    public List<SourceDocument> Opened { get; } = new();

    /// <summary>The file that a span lies in when it is one of these; null for the document itself and for overlays, whose references are the document's.</summary>
    public SourceDocument? FileOf(SourceSpan span) => span.Document is { } document && _files.Contains(document) ? document : null;

    /// <summary>The outermost value of a file, or null when the caller did not hand it over.</summary>
    /// <param name="from">The file with the reference; null for the document itself.</param>
    /// <param name="relative">The path as written in the reference.</param>
    /// <param name="mainRoot">The outermost value of the document itself, for a reference that leads back to it.</param>
    public SpecNode? Open(SourceDocument? from, string relative, SpecNode mainRoot)
    {
        var path = RelativePath.Combine((from ?? _main).Path, relative);
        if (string.Equals(path, RelativePath.Normalise(_main.Path), StringComparison.OrdinalIgnoreCase))
        {
            return mainRoot;
        }

        if (!_read.TryGetValue(path, out var document))
        {
            if (!_texts.TryGetValue(path, out var text))
            {
                return null;
            }

            document = SpecReader.Read(path, text, _cancellationToken);
            _read.Add(path, document);
            _files.Add(document);
            Opened.Add(document);
        }

        return document.ForeignRoot;
    }
}
