using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A range of characters in <see cref="SourceDocument.Text"/>.</summary>
/// <param name="Start">Offset of the first character, in UTF-16 units from the start of the text.</param>
/// <param name="Length">Number of UTF-16 units; 0 for a place between two characters.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character, in UTF-16 units.</summary>
    public int End => Start + Length;

    internal static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
