using System.Runtime.InteropServices;

namespace HyperscaleSdk.Policies;

/// <summary>A range of characters in the text of a policy. Lines and columns are counted from 0, as Roslyn counts them.</summary>
/// <param name="Start">Offset of the first character, in UTF-16 units.</param>
/// <param name="Length">Number of UTF-16 units; 0 for a place between two characters.</param>
/// <param name="StartLine">Line of the first character.</param>
/// <param name="StartColumn">UTF-16 units between the start of that line and the first character.</param>
/// <param name="EndLine">Line of the place just behind the last character.</param>
/// <param name="EndColumn">Column of that place.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PolicySpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;
}
