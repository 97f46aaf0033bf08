namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>One row of the table.</summary>
/// <param name="Fact">What was asked.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Place">The request and its status, and where in the answer; null where nothing was wrong.</param>
/// <param name="Message">What was seen, or why it is not supported; null where the fact holds.</param>
/// <param name="Fix">What to change; null where nothing has to.</param>
internal sealed record FactResult(EndpointFact Fact, FactOutcome Outcome, string? Place = null, Phrase? Message = null, Phrase? Fix = null);
