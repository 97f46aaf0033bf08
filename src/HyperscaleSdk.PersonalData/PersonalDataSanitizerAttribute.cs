namespace HyperscaleSdk;

/// <summary>
/// Declares that the method's result holds no personal data, or none of some kinds, whatever its arguments held. The
/// analyzers trust it: put it on methods that mask, hash or drop the data.
/// </summary>
/// <param name="kinds">The kinds that the method removes; none given (default): every kind.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PersonalDataSanitizerAttribute(params PersonalDataKind[] kinds) : Attribute
{
    /// <summary>The kinds that the method removes; empty for every kind.</summary>
    public IReadOnlyList<PersonalDataKind> Kinds { get; } = kinds ?? [];
}
