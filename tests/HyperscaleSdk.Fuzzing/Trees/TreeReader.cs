using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>Copies what was read into a tree that can be changed.</summary>
internal static class TreeReader
{
    public static Tree Copy(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Mapping => Tree.Mapping(node.Members.Select(member => (member.Name, Copy(member.Value)))),
        SpecNodeKind.Sequence => Tree.Sequence(node.Items.Select(Copy)),
        SpecNodeKind.String => Tree.String(node.Scalar!),
        SpecNodeKind.Number => Tree.Number(node.Scalar!),
        SpecNodeKind.Boolean => Tree.Boolean(node.TryGetBoolean(out var value) && value),
        _ => Tree.Null(),
    };
}
