namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>A key with its value. A mapping may hold one name twice.</summary>
internal sealed class TreeMember(string name, Tree value)
{
    public string Name { get; set; } = name;

    public Tree Value { get; set; } = value;
}
