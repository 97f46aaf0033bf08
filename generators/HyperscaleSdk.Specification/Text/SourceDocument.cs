using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A document that was read: its text, its nodes, and what is to be said about it.</summary>
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    sealed class SourceDocument
{
    private LineMap? _lines;
    private SpecNode? _foreignRoot;

    internal SourceDocument(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path as it was given to the reader; only shown, never opened.</summary>
    public string Path { get; }

    /// <summary>The text that all offsets refer to, byte order mark included if the caller left it in.</summary>
    public string Text { get; }

    /// <summary>The outermost value, incomplete when there are errors; null only when nothing could be read.</summary>
    public SpecNode? Root { get; internal set; }

    /// <summary>Everything found while reading, in the order of the text.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; internal set; } = [];

    private LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>Line and column of an offset.</summary>
    /// <param name="offset">UTF-16 units from the start of <see cref="Text"/>; its length is the end of the text.</param>
    /// <returns>The position, counted from 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> lies outside of the text.</exception>
    public SourcePosition GetPosition(int offset)
    {
        if (offset < 0 || offset > Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }

        return Lines.GetPosition(offset);
    }

    /// <summary>
    /// The outermost value for use in another document: every place in it names this document. Values that aliases share stay shared.
    /// Null when nothing could be read.
    /// </summary>
    public SpecNode? ForeignRoot => _foreignRoot ??= Root is null ? null : new ForeignNodes(this).Tag(Root);

    /// <summary>Makes a diagnostic about this document, or about the one that the span names. It is returned, not stored.</summary>
    /// <param name="id">Rule id.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="span">The characters meant; clipped to the text.</param>
    /// <param name="message">What is wrong, and what to change, in English.</param>
    /// <param name="koreanMessage">The same in Korean.</param>
    /// <returns>The diagnostic with its positions filled in.</returns>
    public SpecDiagnostic Report(string id, SpecSeverity severity, SourceSpan span, string message, string koreanMessage)
    {
        if (span.Document is { } other && !ReferenceEquals(other, this))
        {
            return other.Report(id, severity, span with { Document = null }, message, koreanMessage);
        }

        var start = Math.Min(Math.Max(span.Start, 0), Text.Length);
        var end = Math.Min(Math.Max(span.End, start), Text.Length);
        return new SpecDiagnostic(
            id,
            severity,
            Path,
            SourceSpan.FromBounds(start, end),
            Lines.GetPosition(start),
            Lines.GetPosition(end),
            MessageText.OneLine(message),
            MessageText.OneLine(koreanMessage));
    }
}
