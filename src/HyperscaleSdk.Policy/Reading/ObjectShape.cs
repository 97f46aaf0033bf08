namespace HyperscaleSdk.Policies.Reading;

/// <summary>Which members an object of the policy has. The schema in <c>docs/policy.schema.json</c> has a definition of the same name.</summary>
internal sealed class ObjectShape(string name, string[] required, string[] optional)
{
    /// <summary>A remark for readers, in any object.</summary>
    public const string Comment = "$comment";

    public string Name { get; } = name;

    public IReadOnlyList<string> Required { get; } = required;

    public IReadOnlyList<string> Members { get; } = [.. required, .. optional];

    public bool Has(string member) => member == Comment || Members.Contains(member, StringComparer.Ordinal);
}
