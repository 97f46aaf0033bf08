namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>The outcome of a case.</summary>
/// <param name="Outcome">What the pipeline made of it; null when it threw.</param>
/// <param name="Failures">What does not hold, one for each check at most.</param>
internal sealed record CaseResult(PipelineOutcome? Outcome, IReadOnlyList<CaseFailure> Failures)
{
    /// <summary>The failure of a kind; null when there is none.</summary>
    public CaseFailure? Find(string signature) => Failures.FirstOrDefault(failure => string.Equals(failure.Signature, signature, StringComparison.Ordinal));
}
