namespace HyperscaleSdk;

/// <summary>What can be said of the process that reserved a call.</summary>
internal enum OwnerState
{
    /// <summary>It runs.</summary>
    Alive,

    /// <summary>It has ended.</summary>
    Dead,

    /// <summary>It cannot be seen from here.</summary>
    Unknown,
}
