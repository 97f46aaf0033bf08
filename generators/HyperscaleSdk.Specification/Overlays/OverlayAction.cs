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
            Report(_action, "This action has no target. Add 'target: $.…', a JSONPath of what to change.");
            return root;
        }

        if (Select(root, target) is not { } places)
        {
            return root;
        }

        if (places.Count == 0)
        {
            Report(target, $"The target '{target.Scalar}' selects nothing in the document. Correct the path, or remove the action.");
            return root;
        }

        if (_action["remove"] is { } remove && remove.TryGetBoolean(out var isRemoved) && isRemoved)
        {
            if (places.Any(place => place.Parent is null))
            {
                Report(target, "An action cannot remove the whole document. Name what to remove.");
                return root;
            }

            return NodeEdit.At(places).Apply(root, _ => null) ?? root;
        }

        var source = _action["copy"] is { } copy ? Copied(root, copy) : _action["update"];
        if (source is null)
        {
            if (_action["copy"] is null)
            {
                Report(_action, "This action changes nothing. Give it an 'update', a 'copy' or 'remove: true'.");
            }

            return root;
        }

        if (!_budget.TryTake(source, places))
        {
            Report(target, "This action would make the document deeper or larger than is safe. Change fewer places, or put less there.");
            return root;
        }

        return NodeEdit.At(places).Apply(root, node => Merge(node, source, isTarget: true)) ?? root;
    }

    private SpecNode? Copied(SpecNode root, SpecNode copy)
    {
        if (copy is not { Kind: SpecNodeKind.String })
        {
            Report(copy, "'copy' is a JSONPath of the one node to copy.");
            return null;
        }

        if (Select(root, copy) is not { } sources)
        {
            return null;
        }

        if (sources.Count != 1)
        {
            Report(copy, FormattableString.Invariant($"'{copy.Scalar}' selects {sources.Count} nodes; 'copy' needs exactly one."));
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
        catch (FormatException exception)
        {
            Report(path, $"'{path.Scalar}' is no JSONPath: {exception.Message}.");
        }
        catch (InvalidOperationException exception)
        {
            Report(path, $"'{path.Scalar}' cannot be applied: {exception.Message}");
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

    private void Report(SpecNode at, string message) => _diagnostics.Add(_overlay.Report(SpecIds.OverlayAction, SpecSeverity.Warning, at.Span, message));
}
