using System;
using System.Threading;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads JSON and YAML into nodes that know where they were written.</summary>
public static class SpecReader
{
    /// <summary>
    /// Reads a document. It is JSON when its first character is an opening brace or bracket and it reads as JSON, and YAML
    /// otherwise; the extension of the path decides only which errors are told when it is neither. Whatever the text is, this
    /// returns: problems are in <see cref="SourceDocument.Diagnostics"/>, with what could be read before them in
    /// <see cref="SourceDocument.Root"/>. Time and memory grow linearly with the text.
    /// </summary>
    /// <param name="path">Path to show in diagnostics; it is not opened.</param>
    /// <param name="text">The text of the document, with or without a byte order mark.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SourceDocument Read(string path, string text, CancellationToken cancellationToken = default)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!LooksLikeJson(text))
        {
            return ReadYaml(new ReadSession(path, text, cancellationToken));
        }

        var json = new ReadSession(path, text, cancellationToken);
        var jsonDocument = json.Finish(new JsonReader(json).ReadDocument());
        if (!json.Failed || json.HitLimit)
        {
            return jsonDocument;
        }

        var yaml = new ReadSession(path, text, cancellationToken);
        var yamlDocument = ReadYaml(yaml, HasExtension(path, ".json") ? jsonDocument : null);
        return yaml.Failed && !yaml.HitLimit && !HasExtension(path, ".yaml") && !HasExtension(path, ".yml") ? jsonDocument : yamlDocument;
    }

    private static SourceDocument ReadYaml(ReadSession session, SourceDocument? failedJson = null)
    {
        var root = new YamlReader(session).ReadDocument();
        if (failedJson is not null)
        {
            foreach (var diagnostic in failedJson.Diagnostics)
            {
                if (diagnostic.Severity == SpecSeverity.Error)
                {
                    session.Warn(
                        diagnostic.Span,
                        "This is not JSON, and it was read as YAML: " + diagnostic.Message,
                        "JSON이 아니어서 YAML로 읽었습니다. " + diagnostic.KoreanMessage);
                }
            }
        }

        return session.Finish(root);
    }

    private static bool LooksLikeJson(string text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                // Some write comments before the first brace.
                return c is '{' or '[' or '/';
            }
        }

        return false;
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
