using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>One action of an overlay: it updates, removes, or copies to what its target selects.</summary>
internal sealed class OverlayAction
{
    private readonly SourceDocument _overlay;
    private readonly SpecNode _action;
    private readonly ICollection<SpecDiagnostic> _diagnostics;
    private readonly OverlayBudget _budget;
    private readonly CancellationToken _cancellationToken;

    public OverlayAction(SourceDocument overlay, SpecNode action, ICollection<SpecDiagnostic> diagnostics, OverlayBudget budget, CancellationToken cancellationToken)
    {
        _budget = budget;
        _overlay = overlay;
        _action = action;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    public SpecNode Apply(SpecNode root)
    {
        if (_action["target"] is not { Kind: SpecNodeKind.String } target)
        {
            Report(_action, "This action has no target. Add 'target: $.…', a JSONPath of what to change.", "이 action에 target이 없습니다. 바꿀 곳의 JSONPath를 'target: $.…'로 적으십시오.");
            return root;
        }

        if (Select(root, target) is not { } places)
        {
            return root;
        }

        if (places.Count == 0)
        {
            Report(target, $"The target '{target.Scalar}' selects nothing in the document. Correct the path, or remove the action.", $"'{target.Scalar}' target이 문서에서 아무것도 고르지 않습니다. 경로를 고치거나 action을 지우십시오.");
            return root;
        }

        if (_action["remove"] is { } remove && remove.TryGetBoolean(out var isRemoved) && isRemoved)
        {
            if (places.Any(place => place.Parent is null))
            {
                Report(target, "An action cannot remove the whole document. Name what to remove.", "action으로 문서 전체를 지울 수는 없습니다. 지울 것을 적으십시오.");
                return root;
            }

            return NodeEdit.At(places).Apply(root, _ => null) ?? root;
        }

        var source = _action["copy"] is { } copy ? Copied(root, copy) : _action["update"];
        if (source is null)
        {
            if (_action["copy"] is null)
            {
                Report(_action, "This action changes nothing. Give it an 'update', a 'copy' or 'remove: true'.", "이 action은 아무것도 바꾸지 않습니다. 'update'나 'copy', 'remove: true'를 적으십시오.");
            }

            return root;
        }

        if (!_budget.TryTake(source, places))
        {
            Report(target, "This action would make the document deeper or larger than is safe. Change fewer places, or put less there.", "이 action을 적용하면 문서가 안전한 깊이나 크기를 넘습니다. 바꿀 곳이나 넣을 것을 줄이십시오.");
            return root;
        }

        return NodeEdit.At(places).Apply(root, node => Merge(node, source, isTarget: true)) ?? root;
    }

    private SpecNode? Copied(SpecNode root, SpecNode copy)
    {
        if (copy is not { Kind: SpecNodeKind.String })
        {
            Report(copy, "'copy' is a JSONPath of the one node to copy.", "'copy'에는 복사할 노드 하나의 JSONPath를 적으십시오.");
            return null;
        }

        if (Select(root, copy) is not { } sources)
        {
            return null;
        }

        if (sources.Count != 1)
        {
            Report(copy, FormattableString.Invariant($"'{copy.Scalar}' selects {sources.Count} nodes; 'copy' needs exactly one."), FormattableString.Invariant($"'{copy.Scalar}'이(가) 노드 {sources.Count}개를 고릅니다. 'copy'에는 정확히 하나가 필요합니다."));
            return null;
        }

        return sources[0].Node;
    }

    private List<NodePlace>? Select(SpecNode root, SpecNode path)
    {
        try
        {
            return JsonPath.Parse(path.Scalar!).Select(root, _cancellationToken);
        }
        catch (JsonPathException exception)
        {
            Report(
                path,
                $"The path '{path.Scalar}' cannot be followed: {exception.Message}. It is a JSONPath (RFC 9535), for example $.paths['/chat'].post.",
                $"'{path.Scalar}' 경로를 따라갈 수 없습니다: {exception.KoreanMessage}. $.paths['/chat'].post와 같은 JSONPath(RFC 9535)여야 합니다.");
        }

        return null;
    }

    // Objects are merged, lists are appended to, anything else is replaced.
    private static SpecNode Merge(SpecNode node, SpecNode update, bool isTarget)
    {
        if (node.Kind == SpecNodeKind.Sequence)
        {
            if (update.Kind == SpecNodeKind.Sequence)
            {
                return SpecNode.Sequence(node.Items.Concat(update.Items), node.Span);
            }

            return isTarget ? SpecNode.Sequence(node.Items.Concat(new[] { update }), node.Span) : update;
        }

        if (node.Kind != SpecNodeKind.Mapping || update.Kind != SpecNodeKind.Mapping)
        {
            return update;
        }

        var members = node.Members.Select(member => update[member.Name] is { } value ? new SpecMember(member.Name, member.NameSpan, Merge(member.Value, value, isTarget: false)) : member);
        return SpecNode.Mapping(members.Concat(update.Members.Where(member => node[member.Name] is null)), node.Span);
    }

    private void Report(SpecNode at, string message, string koreanMessage)
        => _diagnostics.Add(_overlay.Report(SpecIds.OverlayAction, SpecSeverity.Warning, at.Span, message, koreanMessage));
}
