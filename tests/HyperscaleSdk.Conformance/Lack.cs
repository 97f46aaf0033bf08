namespace HyperscaleSdk.Conformance;

/// <summary>Something that a provider lacks.</summary>
/// <param name="Behavior">What happens instead: tested like any other fact.</param>
/// <param name="Reason">The documented reason, for people to read.</param>
public sealed record Lack(LackBehavior Behavior, string Reason);
