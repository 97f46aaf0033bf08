using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>A route of the unified client: which models it serves, which unified options its API has nothing for, and its source.</summary>
internal sealed record RoutePlan(string Name, EquatableArray<string> Models, EquatableArray<string> Ignored, string Source);
