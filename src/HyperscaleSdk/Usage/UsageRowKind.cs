namespace HyperscaleSdk;

/// <summary>What a row of the ledger stands for.</summary>
public enum UsageRowKind
{
    /// <summary>A wire call.</summary>
    Call,

    /// <summary>A correction: takes back the units and the cost of an earlier row.</summary>
    Reversal,
}
