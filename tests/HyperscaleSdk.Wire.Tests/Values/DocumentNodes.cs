using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>Ways through a document's nodes.</summary>
internal static class DocumentNodes
{
    /// <summary>Where a reference within the document leads; null when it leads nowhere.</summary>
    public static SpecNode? Follow(SpecNode root, string reference)
        => reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference[2..].Split('/').Aggregate((SpecNode?)root, (node, segment) => Step(node, Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            : null;

    /// <summary>A node, or what its reference leads to.</summary>
    public static SpecNode? Target(SpecNode root, SpecNode? node) => node?["$ref"]?.Scalar is { } reference ? Follow(root, reference) : node;

    private static SpecNode? Step(SpecNode? node, string segment)
        => node is { Kind: SpecNodeKind.Sequence } && int.TryParse(segment, out var index) ? node.Items.ElementAtOrDefault(index) : node?[segment];
}
