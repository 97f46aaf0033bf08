using HyperscaleSdk.Cli.Spec.Testing.Facts;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>All facts, in the order of the table.</summary>
internal static class EndpointFacts
{
    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        .. ChatFacts.All, .. StreamFacts.All, .. ToolFacts.All, .. ErrorFacts.All, .. EmbeddingFacts.All,
    ];
}
