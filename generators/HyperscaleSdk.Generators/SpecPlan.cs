#pragma warning disable MA0048 // the plan and its outcome stand together
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators;

/// <summary>What is emitted for a document. Positions are in the diagnostics only, so that moving text re-emits nothing.</summary>
internal sealed record SpecPlan(
    ClientPlan Client,
    ProviderPlan Provider,
    EquatableArray<ModelPlan> Models,
    EquatableArray<OperationPlan> Operations,
    EquatableArray<RoutePlan> ChatRoutes,
    EquatableArray<RoutePlan> EmbeddingRoutes)
{
    /// <summary>Models and typed operations are those of the document that this profile extends: they are not emitted again.</summary>
    public bool IsProfile { get; init; }
}

/// <summary>The outcome of compiling a document.</summary>
/// <param name="Plan">What to emit; null when the text is no OpenAPI document.</param>
/// <param name="Diagnostics">What is wrong with the document and its binding.</param>
internal sealed record SpecOutcome(SpecPlan? Plan, EquatableArray<SpecDiagnostic> Diagnostics);
