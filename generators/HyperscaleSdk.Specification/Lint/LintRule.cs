using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>What is known of a rule without a document.</summary>
/// <param name="Id">Rule id, one of <see cref="LintIds"/>.</param>
/// <param name="Severity">How much its findings matter, where a finding does not say otherwise.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="KoreanTitle">The same in Korean.</param>
public sealed record LintRule(string Id, SpecSeverity Severity, string Title, string KoreanTitle);
