namespace HyperscaleSdk.Policies;

/// <summary>The five bases for a transfer out of Korea, PIPA art. 28-8(1).</summary>
public enum TransferBasis
{
    /// <summary>No. 1: separate consent.</summary>
    SeparateConsent,

    /// <summary>No. 2: a statute or a treaty.</summary>
    Statute,

    /// <summary>No. 3: processing or storage that a contract with the person needs, published or notified.</summary>
    Contract,

    /// <summary>No. 4: the recipient is certified as the PIPC announces.</summary>
    Certification,

    /// <summary>No. 5: the PIPC recognises the country as equivalent.</summary>
    Equivalence,
}
