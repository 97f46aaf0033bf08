namespace HyperscaleSdk.Policies;

/// <summary>What the runtime guard does with personal data that it finds.</summary>
public enum GuardAction
{
    /// <summary>The call is refused.</summary>
    Block,

    /// <summary>The value is removed for good.</summary>
    Mask,

    /// <summary>A placeholder is sent in its place, and the value put back in the answer.</summary>
    Placeholder,

    /// <summary>The value is sent.</summary>
    Allow,
}
