namespace HyperscaleSdk;

/// <summary>
/// Declares that a value or every value of a type may belong to a child below 14. The analyzers ask for a check of the legal
/// guardian's consent before it reaches an AI call (PIPA Art. 22-2).
/// </summary>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue
    | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ChildDataAttribute : Attribute;
