using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>What the pipeline made of an input, without the generator's own types.</summary>
/// <param name="Plan">Compared by value; null when the text was refused.</param>
/// <param name="Diagnostics">Everything reported.</param>
/// <param name="Files">The generated files with the names they have on disk.</param>
/// <param name="AllocatedBytes">What the thread allocated on the way.</param>
internal sealed record PipelineOutcome(object? Plan, IReadOnlyList<SpecDiagnostic> Diagnostics, IReadOnlyList<(string Name, string Source)> Files, long AllocatedBytes);
