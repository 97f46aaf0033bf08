namespace HyperscaleSdk;

/// <summary>Where the units of a row come from.</summary>
public enum UsageUnitSource
{
    /// <summary>There was nothing to count: the provider refused the call or was not reached.</summary>
    None,

    /// <summary>The provider reported the units.</summary>
    Reported,

    /// <summary>At least one of the units is our own rough count, because the provider reported none.</summary>
    Estimated,
}
