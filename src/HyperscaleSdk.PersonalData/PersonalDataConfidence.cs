namespace HyperscaleSdk;

/// <summary>How sure a finding of personal data is. Higher values are surer.</summary>
public enum PersonalDataConfidence
{
    /// <summary>The shape fits, and so would much else.</summary>
    Weak,

    /// <summary>The shape is specific, or a context word stands by.</summary>
    Medium,

    /// <summary>Shape and checksum, or shape and context word, agree.</summary>
    Strong,

    /// <summary>An attribute says so.</summary>
    Declared,
}
