using System.Runtime.InteropServices;

namespace HyperscaleSdk;

/// <summary>A part of a text that must not be sent as it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Whole">
/// Null: the part is the value. Otherwise the value began in this text and ends in a later one (the whole of it), or began in an
/// earlier one (empty: nothing is left here).
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GuardSpan(PersonalDataKind Kind, int Start, int End, string? Whole = null);
