using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which blocks may run after a block, exceptions and finally blocks included.</summary>
internal sealed class FlowSuccessors(ControlFlowGraph graph)
{
    private Dictionary<ControlFlowRegion, SortedSet<int>>? _afterFinally;

    /// <summary>The blocks that may run next.</summary>
    /// <param name="block">The block that has run.</param>
    /// <param name="evaluator">What knows whether its condition is constant.</param>
    /// <returns>Each block; the outcome of the condition that leads there, null where there is none; whether an exception may be under way in it; how it comes after this one.</returns>
    public IEnumerable<(int Block, bool? Condition, bool MayBeRaised, FlowStep Step)> Of(BasicBlock block, FlowEvaluator evaluator)
    {
        var isHandler = IsHandler(block.EnclosingRegion);
        var taken = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null
            ? null
            : evaluator.ConstantCondition(block.BranchValue);
        var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;

        if (block.ConditionalSuccessor is { } conditional && (taken is null || taken == whenTrue))
        {
            foreach (var target in Through(conditional))
            {
                yield return (target, whenTrue, isHandler && IsHandler(graph.Blocks[target].EnclosingRegion), FlowStep.Next);
            }
        }

        if (block.FallThroughSuccessor is { } next && (taken is null || taken != whenTrue || block.ConditionalSuccessor is null))
        {
            foreach (var target in Through(next))
            {
                yield return (target, block.ConditionalSuccessor is null ? null : !whenTrue, isHandler && IsHandler(graph.Blocks[target].EnclosingRegion), FlowStep.Next);
            }

            if (next.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                foreach (var target in AfterFinally(block))
                {
                    yield return (target, null, IsHandler(graph.Blocks[target].EnclosingRegion), FlowStep.Resumed);
                }
            }
        }

        foreach (var handler in Handlers(block))
        {
            yield return (handler.FirstBlockOrdinal, null, true, handler.Kind == ControlFlowRegionKind.Finally ? FlowStep.Unwound : FlowStep.Caught);
        }
    }

    /// <summary>An exception in the block may leave the body: nothing around catches it, or only exceptions of other types.</summary>
    public static bool MayLetThrough(BasicBlock block, ITypeSymbol? thrown)
    {
        foreach (var handler in Handlers(block))
        {
            if (handler.Kind == ControlFlowRegionKind.Finally || (handler.Kind == ControlFlowRegionKind.Catch && Catches(handler.ExceptionType, thrown)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Catches(ITypeSymbol? caught, ITypeSymbol? thrown) =>
        caught is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (thrown is not null && CallerTypes.Fits(thrown, caught));

    // Where an exception is being dealt with.
    private static bool IsHandler(ControlFlowRegion? region)
    {
        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
            {
                return true;
            }
        }

        return false;
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
