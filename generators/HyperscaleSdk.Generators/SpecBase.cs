namespace HyperscaleSdk.Generators;

/// <summary>The document that a profile extends, where the project generates a client for it as well: a profile that adds no more than a binding uses its types.</summary>
/// <param name="ClientName">The document's client.</param>
/// <param name="ModelNamespace">Namespace of the document's models.</param>
internal sealed record SpecBase(string ClientName, string ModelNamespace);
