using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Which provider a client type belongs to.</summary>
internal static class ProviderIds
{
    private const string BuilderSuffix = "HyperscaleBuilderExtensions";

    /// <summary>The provider of a client: what our generator wrote on it, or the vendor of a well-known SDK; null for any other type.</summary>
    public static string? OfClient(ITypeSymbol? type) => OfGeneratedClient(type) ?? OfForeignClient(type);

    /// <summary>The provider of a client or of a client's options; null for any other type.</summary>
    public static string? OfClientOrOptions(ITypeSymbol? type) =>
        OfClient(type) ?? (type is { BaseType.Name: "HyperscaleClientOptions" } && type.Name.EndsWith("Options", StringComparison.Ordinal)
            ? OfProviderType(type.ContainingNamespace, type.Name.Substring(0, type.Name.Length - "Options".Length))
            : null);

    /// <summary>The provider that a method such as <c>builder.AddUpstage()</c> registers; null when it is no such method.</summary>
    public static string? OfRegistration(IMethodSymbol method)
    {
        var declared = method.ReducedFrom ?? method;
        if (!declared.IsExtensionMethod || !declared.Name.StartsWith("Add", StringComparison.Ordinal)
            || declared.ReturnType.Name != "HyperscaleBuilder" || !declared.ContainingType.Name.EndsWith(BuilderSuffix, StringComparison.Ordinal))
        {
            return null;
        }

        var name = declared.ContainingType.Name;
        return OfProviderType(declared.ContainingNamespace, name.Substring(0, name.Length - BuilderSuffix.Length));
    }

    // The generator writes extensions and options beside <Name>Provider, which holds the id as a constant.
    private static string? OfProviderType(INamespaceSymbol space, string name)
    {
        foreach (var type in space.GetTypeMembers(name + "Provider"))
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
