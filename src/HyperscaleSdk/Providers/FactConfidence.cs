namespace HyperscaleSdk;

/// <summary>How sure a fact about a provider is.</summary>
public enum FactConfidence
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Deduced from other facts.</summary>
    Inferred,

    /// <summary>Seen in client code or relayed by a third party.</summary>
    Secondary,

    /// <summary>Stated by the provider.</summary>
    Documented,
}
