using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Makes control-flow graphs of code that the compiler's stack has room for.</summary>
internal static class FlowGraphs
{
    // The compiler makes a graph by recursion, in part without looking at its stack: a chain of 500 calls of extension methods is this deep.
    private const int DeepestNode = 1_000;

    /// <summary>Code that is shorter is not nested so deep.</summary>
    private const int ShortestDeep = 4 * DeepestNode;

    /// <returns>Null where the code is nested too deep: <paramref name="budget"/> says so.</returns>
    public static ControlFlowGraph? Make(SyntaxNode code, Func<ControlFlowGraph?> make, FlowBudget budget)
    {
        try
        {
            if (!IsTooDeep(code))
            {
                return make();
            }
        }
        catch (InsufficientExecutionStackException)
        {
        }

        budget.LeaveOut();
        return null;
    }

    private static bool IsTooDeep(SyntaxNode code)
    {
        if (code.Span.Length < ShortestDeep)
        {
            return false;
        }

        var open = new Stack<(SyntaxNode Node, int Depth)>([(code, 0)]);
        while (open.Count > 0)
        {
            var (node, depth) = open.Pop();
            if (depth > DeepestNode)
            {
                return true;
            }

            foreach (var inner in node.ChildNodes())
            {
                // Operators that lie within one another on the left are no recursion to the compiler.
                open.Push((inner, node is BinaryExpressionSyntax or BinaryPatternSyntax ? depth : depth + 1));
            }
        }

        return false;
    }
}
