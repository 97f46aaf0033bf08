using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Whether a type belongs to an AI SDK, by name: nothing here references them.</summary>
internal static class AiSdkTypes
{
    private static readonly string[] Namespaces =
    [
        "OpenAI", "Azure.AI", "Anthropic", "Microsoft.SemanticKernel", "Microsoft.Extensions.AI", "OllamaSharp", "Google.GenAI",
        "Google.Cloud.AIPlatform", "Mistral", "Cohere", "Betalgo.Ranul.OpenAI", "LangChain",
    ];

    public static bool Contains(ITypeSymbol? type)
    {
        for (var current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
        {
            if (IsNamed(current) || AiTypes.IsGeneratedClient(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ITypeSymbol type)
    {
        if (type.Name is "ApiKeyCredential" or "AzureKeyCredential" or "HyperscaleClientOptions" or "OpenAIClient" or "AnthropicClient")
        {
            return true;
        }

        var name = type.ContainingNamespace is { IsGlobalNamespace: false } own ? own.ToDisplayString() : string.Empty;
        foreach (var known in Namespaces)
        {
            if (name.StartsWith(known, StringComparison.Ordinal) && (name.Length == known.Length || name[known.Length] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
