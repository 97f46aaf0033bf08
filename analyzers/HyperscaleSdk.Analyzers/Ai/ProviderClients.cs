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
                or ("Microsoft.SemanticKernel", "Kernel" or "KernelFunction") or ("Microsoft.SemanticKernel.ChatCompletion", "IChatCompletionService")
                or ("Microsoft.SemanticKernel.Embeddings", "ITextEmbeddingGenerationService") or ("Google.GenAI", "Client")
                or ("Azure.AI.Inference", "ChatCompletionsClient" or "EmbeddingsClient") or ("Mistral.SDK", "MistralClient")
                or ("Betalgo.OpenAI.Managers" or "OpenAI.Managers", "OpenAIService")
                or ("Anthropic", "AnthropicClient") or ("Anthropic.SDK", "AnthropicClient") or ("OllamaSharp", "OllamaApiClient") => true,
            _ => false,
        };
    }

    /// <summary>The supplier of the client that is called, through its properties; null when it is not known.</summary>
    public static string? ProviderOf(IInvocationOperation invocation, Func<IOperation?, IOperation?> source)
    {
        for (var receiver = source(invocation.Instance); receiver is not null; receiver = source((receiver as IPropertyReferenceOperation)?.Instance))
        {
            if (ProviderIds.OfClient(receiver.Type) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>A call of such a client that makes the supplier work.</summary>
    public static bool IsCall(IInvocationOperation invocation, Func<IOperation?, IOperation?>? source = null)
    {
        if (!IsCallName(invocation.TargetMethod.Name))
        {
            return false;
        }

        for (var receiver = invocation.Instance; receiver is not null; receiver = (receiver as IPropertyReferenceOperation)?.Instance)
        {
            receiver = source is null ? receiver : source(receiver);
            if (Contains(receiver?.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names that such calls have.</summary>
    public static bool IsCallName(string name)
    {
        foreach (var verb in new[] { "Complete", "Generate", "Create", "Stream", "InvokePrompt", "InvokeAsync", "InvokeStreaming", "GetChatMessage", "GetStreamingChatMessage", "GetStreamingTextContent", "GetTextContent", "GetClaude", "StreamClaude" })
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
