using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A range of characters in <see cref="SourceDocument.Text"/>.</summary>
/// <param name="Start">Offset of the first character, in UTF-16 units from the start of the text.</param>
/// <param name="Length">Number of UTF-16 units; 0 for a place between two characters.</param>
[StructLayout(LayoutKind.Auto)]
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character, in UTF-16 units.</summary>
    public int End => Start + Length;

    /// <summary>
    /// The document that the range is in when that is not the one being compiled: a file that it refers to, or an overlay.
    /// Null for the document itself.
    /// </summary>
    public SourceDocument? Document { get; init; }

    /// <summary>The place just before the first character.</summary>
    public SourceSpan Front => this with { Length = 0 };

    /// <summary>Start and end; the text that a record writes of itself would hold <see cref="Front"/> without end.</summary>
    /// <returns>For example <c>12..15</c>.</returns>
    public override string ToString() => System.FormattableString.Invariant($"{Start}..{End}");

    internal static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
