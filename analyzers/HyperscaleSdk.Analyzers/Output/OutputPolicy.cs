using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What a rule accepts on the way from a model's output to the place it looks at.</summary>
internal abstract class OutputPolicy
{
    /// <summary>The operation's result is fine, whatever went into it.</summary>
    public abstract bool Accepts(IOperation operation);

    /// <summary>What this becomes a part of is fine as a whole, for example because it is a label.</summary>
    public virtual bool AcceptsWhole(IOperation part) => false;

    /// <summary>Whether numbers and truth values that were made of output count: a comparison with the answer, for example.</summary>
    public virtual bool FollowsValues => false;

    /// <summary>Whether a part of the expression is a label. What was written in a prompt is none of the answer.</summary>
    protected static bool HasLabel(IOperation expression, Func<IOperation, bool> isLabel)
    {
        // No recursion: a text may be a sum of thousands.
        var open = new Stack<IOperation>([expression]);
        while (open.Count > 0)
        {
            var part = open.Pop();
            if (OutputTypes.FormOf(part.Type) != OutputForms.None)
            {
                continue;
            }

            if (isLabel(part))
            {
                return true;
            }

            foreach (var inner in part.ChildOperations)
            {
                open.Push(inner);
            }
        }

        return false;
    }
}
