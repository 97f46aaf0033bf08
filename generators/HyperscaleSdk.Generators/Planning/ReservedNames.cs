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
        "AIAnnotation", "AIContent", "AIContentExtensions", "AIFunction", "AIFunctionArguments", "AIFunctionDeclaration", "AIFunctionFactory",
        "AIFunctionFactoryOptions", "AIFunctionNameAttribute", "AIJsonSchemaCreateContext", "AIJsonSchemaCreateOptions", "AIJsonSchemaTransformCache",
        "AIJsonSchemaTransformContext", "AIJsonSchemaTransformOptions", "AIJsonUtilities", "AIParameterNameAttribute", "AITool",
        "AdditionalPropertiesDictionary", "AnnotatedRegion", "ApprovalRequiredAIFunction", "AutoChatToolMode", "BinaryEmbedding",
        "ChatClientExtensions", "ChatClientMetadata", "ChatFinishReason", "ChatMessage", "ChatOptions", "ChatResponse", "ChatResponseExtensions",
        "ChatResponseFormat", "ChatResponseFormatJson", "ChatResponseFormatText", "ChatResponseUpdate", "ChatRole", "ChatToolMode",
        "CitationAnnotation", "CodeInterpreterToolCallContent", "CodeInterpreterToolResultContent", "CreateConversationItemRealtimeClientMessage",
        "CreateResponseRealtimeClientMessage", "DataContent", "DataUriParser", "DelegatingAIFunction", "DelegatingAIFunctionDeclaration",
        "DelegatingChatClient", "DelegatingEmbeddingGenerator", "DelegatingHostedFileClient", "DelegatingImageGenerator", "DelegatingRealtimeClient",
        "DelegatingSpeechToTextClient", "DelegatingTextToSpeechClient", "Embedding", "EmbeddingGenerationOptions", "EmbeddingGeneratorExtensions",
        "EmbeddingGeneratorMetadata", "ErrorContent", "ErrorRealtimeServerMessage", "FunctionCallContent", "FunctionResultContent",
        "GeneratedEmbeddings", "HostedCodeInterpreterTool", "HostedFileClientExtensions", "HostedFileClientMetadata", "HostedFileClientOptions",
        "HostedFileContent", "HostedFileDownloadStream", "HostedFileSearchTool", "HostedImageGenerationTool", "HostedMcpServerTool",
        "HostedMcpServerToolAlwaysRequireApprovalMode", "HostedMcpServerToolApprovalMode", "HostedMcpServerToolNeverRequireApprovalMode",
        "HostedMcpServerToolRequireSpecificApprovalMode", "HostedToolSearchTool", "HostedVectorStoreContent", "HostedWebSearchTool", "IChatClient",
        "IChatReducer", "IEmbeddingGenerator", "IHostedFileClient", "IImageGenerator", "IRealtimeClient", "IRealtimeClientSession",
        "ISpeechToTextClient", "ITextToSpeechClient", "ImageGenerationOptions", "ImageGenerationRequest", "ImageGenerationResponse",
        "ImageGenerationResponseFormat", "ImageGenerationToolCallContent", "ImageGenerationToolResultContent", "ImageGeneratorExtensions",
        "ImageGeneratorMetadata", "InputAudioBufferAppendRealtimeClientMessage", "InputAudioBufferCommitRealtimeClientMessage",
        "InputAudioTranscriptionRealtimeServerMessage", "InputRequestContent", "InputResponseContent", "McpServerToolCallContent",
        "McpServerToolResultContent", "NoneChatToolMode", "OutputTextAudioRealtimeServerMessage", "RealtimeAudioFormat", "RealtimeClientMessage",
        "RealtimeConversationItem", "RealtimeResponseStatus", "RealtimeServerMessage", "RealtimeServerMessageType", "RealtimeSessionKind",
        "RealtimeSessionOptions", "ReasoningEffort", "ReasoningOptions", "ReasoningOutput", "RequiredChatToolMode", "ResponseContinuationToken",
        "ResponseCreatedRealtimeServerMessage", "ResponseOutputItemRealtimeServerMessage", "RoutingChatClient", "RoutingContext",
        "SessionUpdateRealtimeClientMessage", "SpeechToTextClientExtensions", "SpeechToTextClientMetadata", "SpeechToTextOptions",
        "SpeechToTextResponse", "SpeechToTextResponseUpdate", "SpeechToTextResponseUpdateExtensions", "SpeechToTextResponseUpdateKind", "TextContent",
        "TextReasoningContent", "TextSpanAnnotatedRegion", "TextToSpeechClientExtensions", "TextToSpeechClientMetadata", "TextToSpeechOptions",
        "TextToSpeechResponse", "TextToSpeechResponseUpdate", "TextToSpeechResponseUpdateExtensions", "TextToSpeechResponseUpdateKind",
        "ToolApprovalRequestContent", "ToolApprovalResponseContent", "ToolCallContent", "ToolResultContent", "TranscriptionOptions", "UriContent",
        "UsageContent", "UsageDetails", "VoiceActivityDetectionOptions", "WebSearchToolCallContent", "WebSearchToolResultContent",

        // what generated code says
        "ApiContent", "ApiExchange", "ApiFile", "ApiMultipart", "ApiPages", "ApiParameterStyle", "ApiPath", "ApiRequest", "Array", "ArgumentNullException", "Attribute", "Boolean", "Byte", "CancellationToken", "Char", "ChatAnswer",
        "ChatCall", "ChatRoute", "Console", "DataHandling", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Dictionary", "Double",
        "EmbeddingAnswer", "EmbeddingCall", "EmbeddingRoute", "Enum", "Exception", "FactConfidence", "Func", "GeneratedClientAttribute", "Guid", "HttpClient",
        "HttpContent", "HttpMethod", "HyperscaleBuilder", "HyperscaleChatClient", "HyperscaleClientOptions", "HyperscaleEmbeddingGenerator",
        "HyperscaleTransport", "IAsyncEnumerable", "IDictionary", "IDisposable", "IEnumerable", "IEquatable", "IJsonModel", "IJsonWritable", "IList", "Int32", "Int64",
        "JsonConverter", "JsonConverterAttribute", "JsonElement", "JsonException", "JsonModelConverter", "JsonPeek", "JsonRead", "JsonReadFunc", "JsonShape", "JsonTokenType", "JsonValueKind", "JsonWrite", "KeyValuePair", "List", "Match",
        "ModelCapabilities", "ModelDescriptor", "ModelKind", "ModelPath", "ModelPrice", "Nullable", "Object", "Obsolete", "ObsoleteAttribute",
        "ProviderDescriptor", "ProviderErrors", "ProviderProtocol", "ReadOnlySpan", "Setter", "Single", "Stream", "StreamEvent", "String", "StringComparison", "StringComparer", "System", "Task", "Type", "Uri", "Utf8JsonReader",
        // a type must not be called as one of its members
        "CreateEmpty", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReadJson", "ReferenceEquals", "ToString", "WriteJson",
        "Utf8JsonWriter", "ValueTask", "WireMessage", "WirePart", "WireTool", "WireToolCall", "Void", "Microsoft", "HyperscaleSdk",
    };

    /// <summary>Members that every generated class has or inherits.</summary>
    public static readonly IReadOnlyCollection<string> Members = new[]
    {
        "ReadJson", "WriteJson", "CreateEmpty", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    /// <summary>Members that every generated open enum has or inherits.</summary>
    public static readonly IReadOnlyCollection<string> EnumMembers = new[]
    {
        "Value", "ReadJson", "WriteJson", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };
}
