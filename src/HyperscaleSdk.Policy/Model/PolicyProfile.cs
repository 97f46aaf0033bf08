namespace HyperscaleSdk.Policies;

/// <summary>Whose rules apply.</summary>
public enum PolicyProfile
{
    /// <summary>A company.</summary>
    Private,

    /// <summary>A public institution: only approved destinations, by data grade (N2SF).</summary>
    Public,
}
