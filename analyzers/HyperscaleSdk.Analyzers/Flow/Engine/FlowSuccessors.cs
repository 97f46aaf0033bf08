using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which blocks may run after a block, exceptions and finally blocks included.</summary>
internal static class FlowSuccessors
{
    public static IEnumerable<(int Block, bool? Condition)> Of(ControlFlowGraph graph, BasicBlock block, FlowEvaluator evaluator)
    {
        var taken = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null
            ? null
            : evaluator.ConstantCondition(block.BranchValue);
        var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;

        if (block.ConditionalSuccessor is { } conditional && (taken is null || taken == whenTrue))
        {
            foreach (var target in Through(conditional))
            {
                yield return (target, whenTrue);
            }
        }

        if (block.FallThroughSuccessor is { } next && (taken is null || taken != whenTrue || block.ConditionalSuccessor is null))
        {
            foreach (var target in Through(next))
            {
                yield return (target, block.ConditionalSuccessor is null ? null : !whenTrue);
            }

            if (next.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                foreach (var target in AfterFinally(graph, block))
                {
                    yield return (target, null);
                }
            }
        }

        // The root of a function's graph hangs in the graph around it, whose blocks are not this one's.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } construct)
            {
                foreach (var handler in construct.NestedRegions)
                {
                    if (handler.Kind != ControlFlowRegionKind.Try)
                    {
                        yield return (handler.FirstBlockOrdinal, null);
                    }
                }
            }
        }
    }

    private static IEnumerable<int> Through(ControlFlowBranch branch)
    {
        foreach (var region in branch.FinallyRegions)
        {
            yield return region.FirstBlockOrdinal;
            break;
        }

        if (branch.FinallyRegions.IsEmpty && branch.Destination is { } destination)
        {
            yield return destination.Ordinal;
        }
    }

    // The end of a finally block goes on to wherever the branches that ran through it were going.
    private static IEnumerable<int> AfterFinally(ControlFlowGraph graph, BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is { Kind: not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root) })
        {
            region = region.EnclosingRegion;
        }

        if (region is not { Kind: ControlFlowRegionKind.Finally })
        {
            yield break;
        }

        foreach (var other in graph.Blocks)
        {
            foreach (var branch in new[] { other.ConditionalSuccessor, other.FallThroughSuccessor })
            {
                if (branch is null || !branch.FinallyRegions.Contains(region))
                {
                    continue;
                }

                var position = branch.FinallyRegions.IndexOf(region);
                if (position + 1 < branch.FinallyRegions.Length)
                {
                    yield return branch.FinallyRegions[position + 1].FirstBlockOrdinal;
                }
                else if (branch.Destination is { } destination)
                {
                    yield return destination.Ordinal;
                }
            }
        }
    }
}
