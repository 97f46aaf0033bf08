namespace HyperscaleSdk;

/// <summary>What a model can do beyond plain text.</summary>
[Flags]
public enum ModelCapabilities
{
    /// <summary>Text only.</summary>
    None = 0,

    /// <summary>The model calls tools.</summary>
    Tools = 1,

    /// <summary>The model follows a JSON schema in its answer.</summary>
    JsonSchema = 2,

    /// <summary>The model can think before it answers.</summary>
    Reasoning = 4,

    /// <summary>The model takes images.</summary>
    Images = 8,
}
