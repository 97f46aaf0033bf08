using System.Runtime.InteropServices;

namespace HyperscaleSdk;

/// <summary>Personal data found in a text. Holds the place, never the text.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Index of its first character (UTF-16 code unit).</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Confidence">How sure the finding is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PersonalDataMatch(PersonalDataKind Kind, int Start, int Length, PersonalDataConfidence Confidence)
{
    /// <summary>Index after its last character.</summary>
    public int End => Start + Length;
}
