using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A place outside of a method that its declaration says to hold personal data, whichever caller gives it.</summary>
/// <param name="Owner">The method that <paramref name="Input"/> comes into.</param>
/// <param name="Input">The place.</param>
/// <param name="Kind">What the declaration says.</param>
internal sealed record FlowPlace(IMethodSymbol Owner, FlowInput Input, PersonalDataKind Kind)
{
    public bool Equals(FlowPlace? other) => other is not null && Kind == other.Kind && Input.Equals(other.Input) && SymbolEqualityComparer.Default.Equals(Owner, other.Owner);

    public override int GetHashCode() => Input.GetHashCode();
}
