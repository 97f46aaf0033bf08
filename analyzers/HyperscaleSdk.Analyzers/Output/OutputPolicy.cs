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
}
