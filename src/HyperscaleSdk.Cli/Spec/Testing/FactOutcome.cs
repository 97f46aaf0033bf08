namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>What became of a fact.</summary>
internal enum FactOutcome
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold: the endpoint, or the binding, has to change.</summary>
    Failed,

    /// <summary>The binding says that the provider has no such thing.</summary>
    NotSupported,
}
