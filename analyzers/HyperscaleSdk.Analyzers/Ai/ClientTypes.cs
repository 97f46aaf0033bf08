using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Which types are AI clients, and which hold or make them.</summary>
internal static class ClientTypes
{
    public static bool IsClient(ITypeSymbol? type, AiTypes types) => types.IsAiClient(type) || ProviderClients.Contains(type) || AiTypes.IsGeneratedClient(type);

    /// <summary>A client, its builder, or a collection, task, delegate, tuple or lazy value of clients.</summary>
    public static bool Carries(ITypeSymbol? type, AiTypes types) => Carries(type, types, depth: 0);

    private static bool Carries(ITypeSymbol? type, AiTypes types, int depth)
    {
        if (type is null || depth > 4)
        {
            return false;
        }

        if (IsClient(type, types) || IsBuilder(type))
        {
            return true;
        }

        return type switch
        {
            IArrayTypeSymbol array => Carries(array.ElementType, types, depth + 1),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => Carries(element.Type, types, depth + 1)),
            INamedTypeSymbol named => named.TypeArguments.Any(argument => Carries(argument, types, depth + 1)),
            _ => false,
        };
    }

    public static bool IsBuilder(ITypeSymbol? type) =>
        type is not null && (type.Name is "ChatClientBuilder" || type.Name.StartsWith("EmbeddingGeneratorBuilder", StringComparison.Ordinal));
}
