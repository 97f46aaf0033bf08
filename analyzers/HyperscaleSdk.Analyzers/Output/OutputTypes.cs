using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Types whose values come from a model, by name, and types that cannot hold its output.</summary>
internal static class OutputTypes
{
    private const int Deepest = 3;

    /// <summary>An answer, or a task or sequence of answers.</summary>
    public static OutputForms FormOf(ITypeSymbol? type) => FormOf(type, Deepest);

    /// <summary>A picture, voice or video as part of an answer, or a sequence of them.</summary>
    public static bool IsMedia(ITypeSymbol? type) => type switch
    {
        { Name: "DataContent", ContainingNamespace: { } space } => Is(space, "Microsoft.Extensions.AI"),
        INamedTypeSymbol { TypeArguments.Length: 1 } sequence when IsCarrier(sequence) => IsMedia(sequence.TypeArguments[0]),
        IArrayTypeSymbol array => IsMedia(array.ElementType),
        _ => false,
    };

    /// <summary>Numbers, truth values, dates and the like say something about output; they are none.</summary>
    public static bool CanHold(ITypeSymbol? type)
    {
        switch (type)
        {
            case null:
                return false;
            case { SpecialType: SpecialType.System_Object or SpecialType.System_String or SpecialType.System_Char }:
            case IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }:
                return true;
            case IArrayTypeSymbol array:
                return CanHold(array.ElementType);
            case { TypeKind: TypeKind.Enum }:
            case { SpecialType: not SpecialType.None and < SpecialType.System_Array }:
                return false;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return CanHold(nullable.TypeArguments[0]);
            default:
                return type.Name is not ("DateTime" or "DateTimeOffset" or "TimeSpan" or "Guid" or "DateOnly" or "TimeOnly" or "UsageDetails" or "ChatRole"
                    or "ChatFinishReason" or "CancellationToken" or "Type" or "Regex" or "BigInteger");
        }
    }

    /// <summary>Members of an answer that tell about it.</summary>
    public static bool IsMetadata(IPropertySymbol property) => property.Name is "Usage" or "ModelId" or "ResponseId" or "ConversationId" or "MessageId" or "CreatedAt"
        or "FinishReason" or "Role" or "AuthorName" or "AdditionalProperties" or "ContinuationToken" or "Id" or "CallId" or "Model" or "MediaType" or "Length" or "Count"
        or "Headers" or "StatusCode";

    private static OutputForms FormOf(ITypeSymbol? type, int depth)
    {
        if (type is not INamedTypeSymbol { ContainingNamespace: { } space } named || depth == 0)
        {
            return type is IArrayTypeSymbol array && depth > 0 ? FormOf(array.ElementType, depth - 1) : OutputForms.None;
        }

        var form = Known(named.Name, space);
        if (form == OutputForms.None && IsCarrier(named))
        {
            foreach (var argument in named.TypeArguments)
            {
                form |= FormOf(argument, depth - 1);
            }
        }

        return form;
    }

    private static OutputForms Known(string name, INamespaceSymbol space) => name switch
    {
        "ChatResponse" or "ChatResponseUpdate" or "FunctionCallContent" when Is(space, "Microsoft.Extensions.AI") => OutputForms.Text,
        "ImageGenerationResponse" or "TextToSpeechResponse" or "TextToSpeechResponseUpdate" when Is(space, "Microsoft.Extensions.AI") => OutputForms.Media,
        "ChatCompletion" or "StreamingChatCompletionUpdate" when Is(space, "OpenAI.Chat") => OutputForms.Text,
        "OpenAIResponse" or "ResponseResult" when Is(space, "OpenAI.Responses") => OutputForms.Text,
        "GeneratedImage" or "GeneratedImageCollection" when Is(space, "OpenAI.Images") => OutputForms.Media,
        "ChatMessageContent" or "StreamingChatMessageContent" or "FunctionResult" when Is(space, "Microsoft.SemanticKernel") => OutputForms.Text,
        "MessageResponse" when Is(space, "Anthropic.SDK.Messaging") => OutputForms.Text,
        "AgentRunResponse" or "AgentRunResponseUpdate" or "AgentResponse" or "AgentResponseUpdate" when Is(space, "Microsoft.Agents.AI") => OutputForms.Text,
        _ => OutputForms.None,
    };

    private static bool Is(INamespaceSymbol space, string name) => space.ToDisplayString() == name;

    private static bool IsCarrier(INamedTypeSymbol type) => type.IsGenericType && type.Name is "Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable" or "List" or "IList"
        or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "ConfiguredCancelableAsyncEnumerable"
        or "ClientResult" or "CollectionResult" or "AsyncCollectionResult" or "Lazy" or "Nullable";
}
