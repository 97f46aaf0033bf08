using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Copies nodes so that every place in them names their document.</summary>
internal sealed class ForeignNodes
{
    private readonly SourceDocument _document;
    private readonly Dictionary<SpecNode, SpecNode> _copies = new();

    public ForeignNodes(SourceDocument document) => _document = document;

    // The reader bounds the depth; an alias is copied once, or a small file could become a large one.
    public SpecNode Tag(SpecNode node)
    {
        if (_copies.TryGetValue(node, out var copy))
        {
            return copy;
        }

        copy = node.Kind switch
        {
            SpecNodeKind.Mapping => SpecNode.FromMembers(node.Members.Select(member => new SpecMember(member.Name, Tag(member.NameSpan), Tag(member.Value))).ToArray(), Tag(node.Span)),
            SpecNodeKind.Sequence => SpecNode.FromItems(node.Items.Select(Tag).ToArray(), Tag(node.Span)),
            _ => node.At(Tag(node.Span)),
        };
        _copies.Add(node, copy);
        return copy;
    }

    private SourceSpan Tag(SourceSpan span) => span with { Document = _document };
}
