namespace HyperscaleSdk.Policies;

/// <summary>In which capacity a provider gets personal data.</summary>
public enum ProcessorRole
{
    /// <summary>It works on instruction only, 수탁자 (PIPA art. 26).</summary>
    Processor,

    /// <summary>It uses the data for itself too, 제3자 (PIPA art. 17).</summary>
    ThirdParty,

    /// <summary>It runs on the organisation's own machines: nobody gets the data.</summary>
    OnPremises,
}
