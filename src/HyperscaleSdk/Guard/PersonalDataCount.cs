namespace HyperscaleSdk;

/// <summary>How often a kind of personal data was found in a request, and what was done about it.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Action">What was done.</param>
/// <param name="Count">How many times; 1 or more.</param>
public sealed record PersonalDataCount(PersonalDataKind Kind, PersonalDataAction Action, int Count);
