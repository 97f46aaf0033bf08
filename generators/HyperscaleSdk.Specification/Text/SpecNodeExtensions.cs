namespace HyperscaleSdk.Specification.Text;

/// <summary>Short forms of questions that readers of nodes ask often.</summary>
internal static class SpecNodeExtensions
{
    /// <summary>Whether the node is there and is <c>true</c>.</summary>
    public static bool IsTrue(this SpecNode? node) => node is not null && node.TryGetBoolean(out var value) && value;
}
