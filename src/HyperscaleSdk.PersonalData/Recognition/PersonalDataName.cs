namespace HyperscaleSdk.Recognition;

/// <summary>What an identifier's name says about the value behind it.</summary>
/// <param name="Kind">The kind of personal data.</param>
/// <param name="Confidence">
/// <see cref="PersonalDataConfidence.Strong"/> when the whole identifier is a known alias,
/// <see cref="PersonalDataConfidence.Medium"/> when the alias is one of its words,
/// <see cref="PersonalDataConfidence.Weak"/> when the alias is ambiguous.
/// </param>
/// <param name="NeedsPerson">The name means personal data only on an object that stands for a person.</param>
public readonly record struct PersonalDataName(PersonalDataKind Kind, PersonalDataConfidence Confidence, bool NeedsPerson);
