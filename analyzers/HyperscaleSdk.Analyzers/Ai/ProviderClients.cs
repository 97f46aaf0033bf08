using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The clients of well-known AI SDKs, by name: nothing here references them.</summary>
internal static class ProviderClients
{
    public static bool Contains(ITypeSymbol? type)
    {
        if (type?.ContainingNamespace is null)
        {
            return false;
        }

        return (type.ContainingNamespace.ToDisplayString(), type.Name) switch
        {
            ("OpenAI", "OpenAIClient") or ("OpenAI.Chat", "ChatClient") or ("OpenAI.Embeddings", "EmbeddingClient")
                or ("OpenAI.Responses", "OpenAIResponseClient" or "ResponsesClient") or ("Azure.AI.OpenAI", "AzureOpenAIClient")
                or ("Azure.AI.Inference", "ChatCompletionsClient" or "EmbeddingsClient") or ("Mistral.SDK", "MistralClient")
                or ("Anthropic", "AnthropicClient") or ("Anthropic.SDK", "AnthropicClient") or ("OllamaSharp", "OllamaApiClient") => true,
            _ => false,
        };
    }

    /// <summary>A call of such a client that makes the supplier work.</summary>
    public static bool IsCall(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        if (!(name.StartsWith("Complete", StringComparison.Ordinal) || name.StartsWith("Generate", StringComparison.Ordinal)
            || name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Stream", StringComparison.Ordinal)))
        {
            return false;
        }

        for (var receiver = invocation.Instance; receiver is not null; receiver = (receiver as IPropertyReferenceOperation)?.Instance)
        {
            if (Contains(receiver.Type))
            {
                return true;
            }
        }

        return false;
    }
}
