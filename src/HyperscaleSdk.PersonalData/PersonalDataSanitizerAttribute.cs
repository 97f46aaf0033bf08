namespace HyperscaleSdk;

/// <summary>
/// Declares that the method's result holds no personal data, whatever its arguments held. The analyzers trust it: put
/// it on methods that mask, hash or drop the data.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PersonalDataSanitizerAttribute : Attribute;
