using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>A route of the unified client: which models it serves, and its source.</summary>
internal sealed record RoutePlan(string Name, EquatableArray<string> Models, string Source);
