namespace HyperscaleSdk;

/// <summary>Marks a client that was generated from a provider's specification.</summary>
/// <param name="providerId">The provider id, for example <c>upstage</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GeneratedClientAttribute(string providerId) : Attribute
{
    /// <summary>The provider id, for example <c>upstage</c>.</summary>
    public string ProviderId { get; } = providerId;
}
