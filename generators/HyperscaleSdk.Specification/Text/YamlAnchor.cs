namespace HyperscaleSdk.Specification.Text;

/// <summary>A node with a name, and what an alias of it costs.</summary>
/// <param name="Node">The node; null while it is being read.</param>
/// <param name="Size">Number of nodes in it, those behind aliases counted each time.</param>
/// <param name="Height">Levels of nesting in it.</param>
/// <param name="AliasLevel">How many aliases follow one another in it at most.</param>
internal sealed record YamlAnchor(SpecNode? Node, long Size, int Height, int AliasLevel);
