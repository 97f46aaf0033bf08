using System.Runtime.InteropServices;

namespace HyperscaleSdk.Recognition;

/// <summary>What a label before a colon or an equals sign says about the words behind it.</summary>
/// <param name="Kind">The kind; null when the label is known to be something else.</param>
/// <param name="Confidence">How sure the label is. A weak name label counts only before something that looks like a name.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueLabel(PersonalDataKind? Kind, PersonalDataConfidence Confidence);
