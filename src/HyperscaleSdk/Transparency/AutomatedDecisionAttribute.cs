namespace HyperscaleSdk;

/// <summary>
/// Declares that the method decides about a person's rights or duties: hiring, credit, benefits, admission. The analyzers ask
/// for a human path (<see cref="IHumanReview"/>) where a model's result drives it (PIPA Art. 37-2, 개인정보 보호법 제37조의2).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AutomatedDecisionAttribute : Attribute;
