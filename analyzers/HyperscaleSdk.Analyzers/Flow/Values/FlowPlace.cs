using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A place outside of a method, whichever caller gives it.</summary>
/// <param name="Owner">The method that <paramref name="Input"/> comes into.</param>
/// <param name="Input">The place.</param>
internal sealed record FlowPlace(IMethodSymbol Owner, FlowInput Input)
{
    public bool Equals(FlowPlace? other) => other is not null && Input.Equals(other.Input) && SymbolEqualityComparer.Default.Equals(Owner, other.Owner);

    public override int GetHashCode() => Input.GetHashCode();
}
