namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>What went wrong with a case.</summary>
/// <param name="Signature">The same for cases with one cause, as far as can be told.</param>
/// <param name="Detail">Stack, compiler message or position.</param>
internal sealed record CaseFailure(string Signature, string Detail);
