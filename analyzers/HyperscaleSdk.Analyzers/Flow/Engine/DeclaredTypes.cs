using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The types that a namespace or type declares, with those inside them.</summary>
internal static class DeclaredTypes
{
    public static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in member is INamespaceOrTypeSymbol inner ? In(inner) : [])
            {
                yield return nested;
            }
        }
    }
}
