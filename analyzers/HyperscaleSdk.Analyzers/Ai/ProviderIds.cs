using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Which provider a client type belongs to.</summary>
internal static class ProviderIds
{
    private const string BuilderSuffix = "HyperscaleBuilderExtensions";

    /// <summary>The provider of a client: what our generator wrote on it, or the vendor of a well-known SDK; null for any other type.</summary>
    public static string? OfClient(ITypeSymbol? type) => OfGeneratedClient(type) ?? OfForeignClient(type);

    /// <summary>The provider that a method such as <c>builder.AddUpstage()</c> registers; null when it is no such method.</summary>
    public static string? OfRegistration(IMethodSymbol method)
    {
        var declared = method.ReducedFrom ?? method;
        if (!declared.IsExtensionMethod || !declared.Name.StartsWith("Add", StringComparison.Ordinal)
            || declared.ReturnType.Name != "HyperscaleBuilder" || !declared.ContainingType.Name.EndsWith(BuilderSuffix, StringComparison.Ordinal))
        {
            return null;
        }

        // The generator writes the extensions beside <Name>Provider, which holds the id as a constant.
        var name = declared.ContainingType.Name;
        name = name.Substring(0, name.Length - BuilderSuffix.Length);
        foreach (var type in declared.ContainingNamespace.GetTypeMembers(name + "Provider"))
        {
            foreach (var member in type.GetMembers("Id"))
            {
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: string id })
                {
                    return id;
                }
            }
        }

        return null;
    }

    private static string? OfGeneratedClient(ITypeSymbol? type)
    {
        if (!AiTypes.IsGeneratedClient(type))
        {
            return null;
        }

        foreach (var attribute in type!.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "GeneratedClientAttribute" && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string id })
            {
                return id;
            }
        }

        return null;
    }

    private static string? OfForeignClient(ITypeSymbol? type)
    {
        if (!ProviderClients.Contains(type))
        {
            return null;
        }

        var root = type!.ContainingNamespace;
        while (root.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            root = outer;
        }

        // The names that ProviderHosts uses too. Ollama runs where its address says, which is this machine unless told otherwise.
        return root.Name switch
        {
            "OpenAI" => "openai",
            "Azure" => "azure",
            "Anthropic" => "anthropic",
            _ => null,
        };
    }
}
