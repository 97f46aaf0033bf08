namespace HyperscaleSdk;

/// <summary>
/// Declares that a type was made for prompts: whole values of it may be serialised into one. The analyzers trust it; members
/// that are declared as personal data are still followed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class PromptSafeAttribute : Attribute;
