using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The clients of well-known AI SDKs, by name: nothing here references them.</summary>
internal static class ProviderClients
{
    private static readonly string[] Verbs =
    [
        "Complete", "Generate", "Create", "Stream", "InvokePrompt", "InvokeAsync", "InvokeStreaming", "GetChatMessage", "GetStreamingChatMessage", "GetStreamingTextContent",
        "GetTextContent", "GetClaude", "StreamClaude",
    ];

    public static bool Contains(ITypeSymbol? type)
    {
        if (type?.ContainingNamespace is null)
        {
            return false;
        }

        // The name first: spelling a namespace out costs far more, and this is asked of every argument's type.
        return type.Name switch
        {
            "OpenAIClient" => IsIn(type, "OpenAI"),
            "ChatClient" => IsIn(type, "OpenAI.Chat"),
            "EmbeddingClient" => IsIn(type, "OpenAI.Embeddings"),
            "OpenAIResponseClient" or "ResponsesClient" => IsIn(type, "OpenAI.Responses"),
            "AzureOpenAIClient" => IsIn(type, "Azure.AI.OpenAI"),
            "Kernel" or "KernelFunction" => IsIn(type, "Microsoft.SemanticKernel"),
            "IChatCompletionService" => IsIn(type, "Microsoft.SemanticKernel.ChatCompletion"),
            "ITextEmbeddingGenerationService" => IsIn(type, "Microsoft.SemanticKernel.Embeddings"),
            "Client" => IsIn(type, "Google.GenAI"),
            "ChatCompletionsClient" or "EmbeddingsClient" => IsIn(type, "Azure.AI.Inference"),
            "MistralClient" => IsIn(type, "Mistral.SDK"),
            "OpenAIService" => IsIn(type, "Betalgo.OpenAI.Managers") || IsIn(type, "OpenAI.Managers"),
            "AnthropicClient" => IsIn(type, "Anthropic") || IsIn(type, "Anthropic.SDK"),
            "OllamaApiClient" => IsIn(type, "OllamaSharp"),
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
        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(ITypeSymbol type, string space) => string.Equals(type.ContainingNamespace.ToDisplayString(), space, StringComparison.Ordinal);
}
