using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>Which purpose of the policy a piece of code serves.</summary>
internal static class AiPurposes
{
    /// <summary>The id in <c>[AiPurpose]</c> of a member, of the member around a local function, or of a type around it; null when there is none.</summary>
    public static string? Of(ISymbol? symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (IsPurpose(attribute) && attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string id })
                {
                    return id;
                }
            }
        }

        return null;
    }

    private static bool IsPurpose(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "AiPurposeAttribute", ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } };
}
