using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Finds the binding: under <c>x-hyperscale</c> in the document itself, or in an OpenAPI Overlay beside it.</summary>
internal static class BindingSource
{
    private const string Extension = "x-hyperscale";

    /// <summary>The binding's node, and the text that its positions are in; null when there is no binding.</summary>
    public static (SpecNode Node, SourceDocument Document)? Find(SourceDocument spec, SourceDocument? overlay, List<SpecDiagnostic> diagnostics)
    {
        if (overlay is not null)
        {
            diagnostics.AddRange(overlay.Diagnostics);
            if (FromOverlay(overlay) is { } node)
            {
                return (node, overlay);
            }

            diagnostics.Add(overlay.Report(
                SpecIds.BindingShape,
                SpecSeverity.Error,
                new SourceSpan(overlay.Root?.Span.Start ?? 0, 0),
                "The binding has no 'x-hyperscale'. Put it under the update of an overlay action with 'target: $', or at the top of the file.",
                "바인딩에 'x-hyperscale'이 없습니다. 오버레이에서 'target: $'인 action의 update 아래나 파일의 맨 위에 두십시오."));
            return null;
        }

        return spec.Root?[Extension] is { } inline ? (inline, spec) : null;
    }

    private static SpecNode? FromOverlay(SourceDocument overlay)
    {
        if (overlay.Root?[Extension] is { } direct)
        {
            return direct;
        }

        return overlay.Root?["actions"] is { Kind: SpecNodeKind.Sequence } actions
            ? actions.Items.Where(action => action["target"]?.Scalar?.Trim() == "$").Select(action => action["update"]?[Extension]).FirstOrDefault(node => node is not null)
            : null;
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
