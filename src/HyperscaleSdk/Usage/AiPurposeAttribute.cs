namespace HyperscaleSdk;

/// <summary>Names the purpose, declared in the policy, that the AI calls of a method or class serve.</summary>
/// <param name="id">The id of the purpose in <c>hyperscale.policy.json</c>.</param>
/// <remarks>Read by the analyzers. At run time the purpose of a row comes from <see cref="UsageLedgerOptions.Purpose"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class AiPurposeAttribute(string id) : Attribute
{
    /// <summary>The id of the purpose in <c>hyperscale.policy.json</c>.</summary>
    public string Id { get; } = id;
}
