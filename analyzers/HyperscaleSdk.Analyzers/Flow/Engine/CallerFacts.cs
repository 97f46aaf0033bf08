using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What only the caller of a body knows, where the body is run in the place of its call.</summary>
internal sealed record CallerFacts
{
    public static readonly CallerFacts None = new();

    /// <summary>The exact types of what parameters are given, and what type parameters stand for.</summary>
    public ImmutableDictionary<ISymbol, ITypeSymbol> Types { get; init; } = ImmutableDictionary.Create<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The parameters that are given constants.</summary>
    public ImmutableDictionary<ISymbol, object> Flags { get; init; } = ImmutableDictionary.Create<ISymbol, object>(SymbolEqualityComparer.Default);

    /// <summary>What the variables hold that a function shares with no other.</summary>
    public ImmutableArray<KeyValuePair<ISymbol, FlowValue>> Variables { get; init; } = [];
}
