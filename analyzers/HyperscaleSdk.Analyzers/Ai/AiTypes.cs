using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The AI interfaces of one compilation, resolved once.</summary>
internal sealed class AiTypes
{
    private const string GeneratedClientAttribute = "GeneratedClientAttribute";

    private readonly INamedTypeSymbol? _chatClient;
    private readonly INamedTypeSymbol? _embeddingGenerator;

    private AiTypes(INamedTypeSymbol? chatClient, INamedTypeSymbol? embeddingGenerator)
    {
        _chatClient = chatClient;
        _embeddingGenerator = embeddingGenerator;
    }

    /// <summary>Null when the compilation does not reference Microsoft.Extensions.AI: nothing to analyse then.</summary>
    public static AiTypes? Resolve(Compilation compilation)
    {
        var chatClient = compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient");
        var generator = compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IEmbeddingGenerator`2");
        return chatClient is null && generator is null ? null : new AiTypes(chatClient, generator);
    }

    /// <summary>For rules that also look at suppliers' own clients and at plain HTTP: never null, and empty without the package.</summary>
    public static AiTypes ResolveOrEmpty(Compilation compilation) => Resolve(compilation) ?? new AiTypes(chatClient: null, embeddingGenerator: null);

    /// <summary><c>IChatClient</c>; null without the package.</summary>
    public INamedTypeSymbol? ChatClient => _chatClient;

    public bool IsChatClient(ITypeSymbol? type) => Implements(type, _chatClient);

    public bool IsEmbeddingGenerator(ITypeSymbol? type) => Implements(type, _embeddingGenerator);

    public bool IsAiClient(ITypeSymbol? type) => IsChatClient(type) || IsEmbeddingGenerator(type);

    /// <summary>Our generator marks the typed clients that it emits.</summary>
    public static bool IsGeneratedClient(ITypeSymbol? type) => GeneratedClientMark(type) is not null;

    private static AttributeData? GeneratedClientMark(ITypeSymbol? type)
    {
        foreach (var attribute in type?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass is { Name: GeneratedClientAttribute, ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool Implements(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (type is null || wanted is null || type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Array)
        {
            return false;
        }

        if (Same(type, wanted))
        {
            return true;
        }

        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes)
            {
                if (Implements(constraint, wanted))
                {
                    return true;
                }
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (Same(implemented, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ITypeSymbol type, INamedTypeSymbol wanted) =>
        string.Equals(type.Name, wanted.Name, StringComparison.Ordinal)
        && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, wanted);
}
