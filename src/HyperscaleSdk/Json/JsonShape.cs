namespace HyperscaleSdk.Runtime;

/// <summary>How the objects of one variant of a union look. For generated code.</summary>
/// <param name="required">Names of the members that each of them has.</param>
/// <param name="telling">Names of the members that it may have and that not all variants know.</param>
public sealed class JsonShape(string[] required, string[] telling)
{
    internal IReadOnlyList<string> Required { get; } = required;

    internal IReadOnlyList<string> Telling { get; } = telling;
}
