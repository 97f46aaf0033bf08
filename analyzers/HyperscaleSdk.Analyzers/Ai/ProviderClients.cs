using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Flow;
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

    private static readonly ILookup<string, string> Namespaces = new[]
    {
        ("OpenAIClient", "OpenAI"),
        ("ChatClient", "OpenAI.Chat"),
        ("EmbeddingClient", "OpenAI.Embeddings"),
        ("OpenAIResponseClient", "OpenAI.Responses"),
        ("ResponsesClient", "OpenAI.Responses"),
        ("AzureOpenAIClient", "Azure.AI.OpenAI"),
        ("Kernel", "Microsoft.SemanticKernel"),
        ("KernelFunction", "Microsoft.SemanticKernel"),
        ("IChatCompletionService", "Microsoft.SemanticKernel.ChatCompletion"),
        ("ITextEmbeddingGenerationService", "Microsoft.SemanticKernel.Embeddings"),
        ("Client", "Google.GenAI"),
        ("ChatCompletionsClient", "Azure.AI.Inference"),
        ("EmbeddingsClient", "Azure.AI.Inference"),
        ("MistralClient", "Mistral.SDK"),
        ("OpenAIService", "Betalgo.OpenAI.Managers"),
        ("OpenAIService", "OpenAI.Managers"),
        ("AnthropicClient", "Anthropic"),
        ("AnthropicClient", "Anthropic.SDK"),
        ("OllamaApiClient", "OllamaSharp"),
    }.ToLookup(type => type.Item1, type => type.Item2, StringComparer.Ordinal);

    // The name first: spelling a namespace out costs far more, and this is asked of every argument's type.
    public static bool Contains(ITypeSymbol? type) => type?.ContainingNamespace is not null && Namespaces.Contains(type.Name) && Namespaces[type.Name].Any(space => IsIn(type, space));

    /// <summary>The names of the calls that the clients of this project's packages have, on them and on what their properties lead to.</summary>
    public static HashSet<string> CallNames(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<ITypeSymbol>(Assemblies(compilation).SelectMany(Clients));
        while (open.Count > 0)
        {
            for (var type = open.Dequeue(); type is { SpecialType: SpecialType.None } && seen.Add(type); type = type.BaseType!)
            {
                foreach (var member in type.GetMembers().Concat(type.AllInterfaces.SelectMany(contract => contract.GetMembers())))
                {
                    if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } && IsCallName(member.Name))
                    {
                        names.Add(member.Name);
                    }
                    else if (member is IPropertySymbol { Type: INamedTypeSymbol next } && SymbolEqualityComparer.Default.Equals(next.ContainingAssembly, member.ContainingAssembly))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return names;
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

    // The framework has hundreds of assemblies, and to look for a type in one reads its tables.
    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => !PackageNames.IsFrameworks(assembly.Name) || assembly.Name.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal))
        .Prepend(compilation.Assembly);

    private static IEnumerable<INamedTypeSymbol> Clients(IAssemblySymbol assembly) =>
        Namespaces.SelectMany(known => known.Select(space => assembly.GetTypeByMetadataName(space + "." + known.Key))).OfType<INamedTypeSymbol>();

    private static bool IsIn(ITypeSymbol type, string space) => string.Equals(type.ContainingNamespace.ToDisplayString(), space, StringComparison.Ordinal);
}
