namespace HyperscaleSdk;

/// <summary>Where in a request personal data stands that blocks it. Never the value.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Count">How many times in that place.</param>
/// <param name="MessageIndex">The message, or the input of an embedding call, counted from 0; <see langword="null"/> in the options.</param>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c>, <c>tool</c> or <c>other</c>; <see langword="null"/> outside of messages.</param>
/// <param name="Part">What it stands in, for example <c>text</c>, <c>tool arguments</c> or <c>instructions</c>.</param>
public sealed record PersonalDataFinding(PersonalDataKind Kind, int Count, int? MessageIndex, string? Role, string Part);
