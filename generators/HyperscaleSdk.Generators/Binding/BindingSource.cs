using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Overlays;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Finds the binding: under <c>x-hyperscale</c> in the document itself, or in an OpenAPI Overlay beside it.</summary>
internal static class BindingSource
{
    /// <summary>The key under which a binding stands in a document.</summary>
    public const string Extension = "x-hyperscale";

    /// <summary>A document with an overlay or a binding laid over it. A binding may also be the bare key at the top of its file.</summary>
    public static SpecNode Apply(SpecNode root, SourceDocument overlay, bool isBinding, List<SpecDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        diagnostics.AddRange(overlay.Diagnostics);
        var changed = Overlay.Apply(root, overlay, diagnostics, cancellationToken);
        if (overlay.ForeignRoot?[Extension] is { } bare)
        {
            changed = SpecNode.Mapping(changed.Members.Concat(new[] { new SpecMember(Extension, bare.Span.Front, bare) }), changed.Span);
        }

        if (isBinding ? changed[Extension] is null : !Overlay.IsOverlay(overlay))
        {
            diagnostics.Add(overlay.Report(
                SpecIds.BindingShape,
                SpecSeverity.Error,
                new SourceSpan(overlay.Root?.Span.Start ?? 0, 0),
                isBinding
                    ? "The binding has no 'x-hyperscale'. Put it under the update of an overlay action with 'target: $', or at the top of the file."
                    : "This is no overlay: it has no list of 'actions'.",
                isBinding
                    ? "바인딩에 'x-hyperscale'이 없습니다. 오버레이에서 'target: $'인 action의 update 아래나 파일의 맨 위에 두십시오."
                    : "오버레이가 아닙니다. 'actions' 목록이 없습니다."));
        }

        return changed;
    }

    /// <summary>A dialect with a route's own keys laid over it; a key set to null takes the dialect's away.</summary>
    public static SpecNode Merge(SpecNode dialect, SpecNode over)
    {
        if (dialect.Kind != SpecNodeKind.Mapping || over.Kind != SpecNodeKind.Mapping)
        {
            return over;
        }

        var members = new List<SpecMember>();
        foreach (var member in dialect.Members)
        {
            var own = over[member.Name];
            if (own is { Kind: SpecNodeKind.Null })
            {
                continue;
            }

            members.Add(own is null ? member : new SpecMember(member.Name, over.Members.First(m => m.Name == member.Name).NameSpan, Merge(member.Value, own)));
        }

        members.AddRange(over.Members.Where(member => dialect[member.Name] is null && member.Value.Kind != SpecNodeKind.Null));
        return SpecNode.Mapping(members, over.Span);
    }

    /// <summary>All nodes below a node, itself included.</summary>
    public static IEnumerable<SpecNode> All(SpecNode node)
        => new[] { node }.Concat(node.Items.SelectMany(All)).Concat(node.Members.SelectMany(member => All(member.Value)));
}
