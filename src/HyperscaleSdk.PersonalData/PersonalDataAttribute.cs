namespace HyperscaleSdk;

/// <summary>
/// Declares that a value is personal data. The analyzers follow it to AI calls; on a type it holds for every value of
/// that type.
/// </summary>
/// <param name="kind">What the value is.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue
    | AttributeTargets.Class | AttributeTargets.Struct,
    AllowMultiple = true)]
public sealed class PersonalDataAttribute(PersonalDataKind kind) : Attribute
{
    /// <summary>What the value is.</summary>
    public PersonalDataKind Kind { get; } = kind;
}
