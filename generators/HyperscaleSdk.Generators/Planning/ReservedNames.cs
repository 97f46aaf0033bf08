using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Names that a generated type or member must not have.</summary>
internal static class ReservedNames
{
    /// <summary>Public types of Microsoft.Extensions.AI (a clash would force every user to write an alias) and what generated code itself says.</summary>
    public static readonly IReadOnlyCollection<string> Types = new[]
    {
        // Microsoft.Extensions.AI.Abstractions 10.11
        "AdditionalPropertiesDictionary", "AIAnnotation", "AIContent", "AIFunction", "AIFunctionArguments", "AIFunctionDeclaration", "AIFunctionFactory",
        "AIFunctionFactoryOptions", "AIJsonSchemaCreateContext", "AIJsonSchemaCreateOptions", "AIJsonSchemaTransformCache", "AIJsonSchemaTransformContext",
        "AIJsonSchemaTransformOptions", "AIJsonUtilities", "AITool", "AnnotatedRegion", "ApprovalRequiredAIFunction", "AutoChatToolMode", "BinaryEmbedding",
        "ChatClientExtensions", "ChatClientMetadata", "ChatFinishReason", "ChatMessage", "ChatOptions", "ChatResponse", "ChatResponseExtensions",
        "ChatResponseFormat", "ChatResponseFormatJson", "ChatResponseFormatText", "ChatResponseUpdate", "ChatRole", "ChatToolMode", "CitationAnnotation",
        "CodeInterpreterToolCallContent", "CodeInterpreterToolResultContent", "DataContent", "DelegatingAIFunction", "DelegatingAIFunctionDeclaration",
        "DelegatingChatClient", "DelegatingEmbeddingGenerator", "DelegatingImageGenerator", "DelegatingSpeechToTextClient", "Embedding",
        "EmbeddingGenerationOptions", "EmbeddingGeneratorExtensions", "EmbeddingGeneratorMetadata", "ErrorContent", "FunctionApprovalRequestContent",
        "FunctionApprovalResponseContent", "FunctionCallContent", "FunctionResultContent", "GeneratedEmbeddings", "HostedCodeInterpreterTool",
        "HostedFileContent", "HostedFileSearchTool", "HostedImageGenerationTool", "HostedMcpServerTool", "HostedMcpServerToolApprovalMode",
        "HostedVectorStoreContent", "HostedWebSearchTool", "IChatClient", "IChatReducer", "IEmbeddingGenerator", "IImageGenerator", "ISpeechToTextClient",
        "IToolReductionStrategy", "ImageGenerationOptions", "ImageGenerationRequest", "ImageGenerationResponse", "ImageGenerationResponseFormat",
        "ImageGenerationToolCallContent", "ImageGenerationToolResultContent", "ImageGeneratorExtensions", "ImageGeneratorMetadata",
        "McpServerToolCallContent", "McpServerToolResultContent", "NoneChatToolMode", "ReasoningEffort", "ReasoningOptions", "ReasoningOutput",
        "RequiredChatToolMode", "ResponseContinuationToken", "RoutingChatClient", "SpeechToTextClientExtensions", "SpeechToTextClientMetadata",
        "SpeechToTextOptions", "SpeechToTextResponse", "SpeechToTextResponseUpdate", "SpeechToTextResponseUpdateKind", "TextContent",
        "TextReasoningContent", "TextSpanAnnotatedRegion", "ToolApprovalRequestContent", "ToolApprovalResponseContent", "ToolCallContent",
        "ToolResultContent", "UriContent", "UsageContent", "UsageDetails", "UserInputRequestContent", "UserInputResponseContent", "WebSearchToolCallContent",
        "WebSearchToolResultContent", "HostedFileClientExtensions", "IHostedFileClient", "ITextToSpeechClient", "IRealtimeClient",

        // what generated code says
        "ApiExchange", "ApiPath", "ApiRequest", "Array", "ArgumentNullException", "Attribute", "Boolean", "Byte", "CancellationToken", "Char", "ChatAnswer",
        "ChatCall", "ChatRoute", "Console", "DataHandling", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Dictionary", "Double",
        "EmbeddingAnswer", "EmbeddingCall", "EmbeddingRoute", "Enum", "Exception", "FactConfidence", "Func", "GeneratedClientAttribute", "Guid", "HttpClient",
        "HttpContent", "HttpMethod", "HyperscaleBuilder", "HyperscaleChatClient", "HyperscaleClientOptions", "HyperscaleEmbeddingGenerator",
        "HyperscaleTransport", "IAsyncEnumerable", "IDictionary", "IDisposable", "IEquatable", "IJsonModel", "IJsonWritable", "IList", "Int32", "Int64",
        "JsonElement", "JsonException", "JsonInit", "JsonRead", "JsonReadFunc", "JsonTokenType", "JsonValueKind", "JsonWrite", "KeyValuePair", "List",
        "ModelCapabilities", "ModelDescriptor", "ModelKind", "ModelPath", "ModelPrice", "Nullable", "Object", "Obsolete", "ObsoleteAttribute",
        "ProviderDescriptor", "ProviderErrors", "ProviderProtocol", "ReadOnlySpan", "Setter", "SetsRequiredMembers", "SetsRequiredMembersAttribute",
        "Single", "Stream", "StreamEvent", "String", "StringComparison", "StringComparer", "System", "Task", "Type", "Uri", "Utf8JsonReader",
        "Utf8JsonWriter", "ValueTask", "WireMessage", "WirePart", "WireTool", "WireToolCall", "Void", "Microsoft", "HyperscaleSdk", "IChatClientExtensions",
    };

    /// <summary>Members that every generated class has or inherits.</summary>
    public static readonly IReadOnlyCollection<string> Members = new[]
    {
        "ReadJson", "WriteJson", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    /// <summary>Members that every generated open enum has or inherits.</summary>
    public static readonly IReadOnlyCollection<string> EnumMembers = new[]
    {
        "Value", "ReadJson", "WriteJson", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };
}
