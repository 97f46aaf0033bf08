namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>What is wrong with a model for a voucher.</summary>
internal enum ModelFinding
{
    None,

    /// <summary>The supplier may lead the name to another model.</summary>
    Alias,

    /// <summary>It is served no longer.</summary>
    Ended,

    /// <summary>It ends while a voucher still pays.</summary>
    EndsEarly,

    /// <summary>Neither its provider's descriptor nor the policy has a price of it.</summary>
    Unpriced,
}
