using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which blocks may run after a block, exceptions and finally blocks included.</summary>
internal sealed class FlowSuccessors(ControlFlowGraph graph)
{
    private Dictionary<ControlFlowRegion, SortedSet<int>>? _afterFinally;

    public IEnumerable<(int Block, bool? Condition)> Of(BasicBlock block, FlowEvaluator evaluator)
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
                foreach (var target in AfterFinally(block))
                {
                    yield return (target, null);
                }
            }
        }

        foreach (var handler in Handlers(block))
        {
            yield return (handler.FirstBlockOrdinal, null);
        }
    }

    // Where an exception in the block goes. A finally block hands it on to what lies around.
    private static IEnumerable<ControlFlowRegion> Handlers(BasicBlock block)
    {
        // The root of a function's graph hangs in the graph around it, whose blocks are not this one's.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } construct)
            {
                continue;
            }

            foreach (var handler in construct.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try)
                {
                    yield return handler;
                }
            }

            if (construct.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                yield break;
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
    private IEnumerable<int> AfterFinally(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is { Kind: not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root) })
        {
            region = region.EnclosingRegion;
        }

        return region is { Kind: ControlFlowRegionKind.Finally } && (_afterFinally ??= Continuations(graph)).TryGetValue(region, out var next) ? next : [];
    }

    private static Dictionary<ControlFlowRegion, SortedSet<int>> Continuations(ControlFlowGraph graph)
    {
        var after = new Dictionary<ControlFlowRegion, SortedSet<int>>();
        foreach (var block in graph.Blocks)
        {
            Add(block.ConditionalSuccessor);
            Add(block.FallThroughSuccessor);
        }

        return after;

        void Add(ControlFlowBranch? branch)
        {
            for (var i = 0; i < (branch?.FinallyRegions.Length ?? 0); i++)
            {
                var next = i + 1 < branch!.FinallyRegions.Length ? branch.FinallyRegions[i + 1].FirstBlockOrdinal : branch.Destination?.Ordinal;
                if (next is { } ordinal)
                {
                    (after.TryGetValue(branch.FinallyRegions[i], out var known) ? known : after[branch.FinallyRegions[i]] = []).Add(ordinal);
                }
            }
        }
    }
}
