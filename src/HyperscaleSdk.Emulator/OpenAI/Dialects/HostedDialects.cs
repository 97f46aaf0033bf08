using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI.Dialects;

/// <summary>Suppliers with an address of their own. What is known of Konan, Liner and Luxia comes from client code.</summary>
internal static class HostedDialects
{
    public static OpenAIDialect Friendli { get; } = new()
    {
        Id = "friendli",
        EnglishName = "FriendliAI",
        KoreanName = "프렌들리AI",
        Root = "/serverless/v1",
        ChatPaths = ["/serverless/v1/chat/completions", "/dedicated/v1/chat/completions"],
        EmbeddingPaths = ["/dedicated/v1/embeddings"],
        TokenizePaths = ["/serverless/v1/tokenize", "/dedicated/v1/tokenize"],
        ModelsPaths = ["/serverless/v1/models"],
        Models =
        [
            OpenAIModel.Chat("LGAI-EXAONE/K-EXAONE-236B-A23B", 262_144) with { SeesImages = true, EffortsOn = ["low", "medium", "high"] },
            OpenAIModel.Embedding("embedding-endpoint", 8_192, 1024),
        ],
        // A dedicated endpoint is called by its own id.
        IsOpen = true,
        LimitFields = ["max_tokens"],
        ReasoningField = "reasoning_content",
        Reasoning = ReasoningSwitches.Effort | ReasoningSwitches.EnableThinking | ReasoningSwitches.ParseOnRequest,
        Formats = FormatKinds.JsonObject | FormatKinds.JsonSchema | FormatKinds.Regex,
        CombinesToolsAndFormat = false,
        WritesNullUsage = true,
        NamesModelInChunks = false,
        Errors = ErrorForm.Detail,
        InvalidStatus = 422,
        IdentifiesEmbeddings = true,
        DescribesModels = true,
    };

    public static OpenAIDialect Konan { get; } = new()
    {
        Id = "konan",
        EnglishName = "Konan LLM",
        KoreanName = "코난 LLM",
        Root = "/v3",
        ChatPaths = ["/v3/chat/completions"],
        ModelsPaths = [],
        Models = [OpenAIModel.Chat("konan", 32_768)],
        IsOpen = true,
        Formats = FormatKinds.JsonObject,
        StreamUsage = StreamUsage.Continuous,
    };

    public static OpenAIDialect Liner { get; } = new()
    {
        Id = "liner",
        EnglishName = "Liner",
        KoreanName = "라이너",
        Root = "/api/v1",
        ChatPaths = ["/api/v1/chat/completions"],
        ModelsPaths = [],
        RequestIdHeader = "x-request-id",
        Models = [OpenAIModel.Chat("liner-mark", 32_768)],
        IsOpen = true,
        LimitFields = ["max_completion_tokens"],
        Formats = FormatKinds.JsonSchema | FormatKinds.NamedSchema,
    };

    public static OpenAIDialect Luxia { get; } = new()
    {
        Id = "saltlux-luxia",
        EnglishName = "Saltlux Luxia",
        KoreanName = "솔트룩스 루시아",
        Root = "",
        ChatPaths = ["/luxia/v1/chat"],
        ModelsPaths = [],
        Key = new KeyScheme("apikey"),
        Models = [OpenAIModel.Chat("luxia3-llm-32b-0731", 32_768)],
        IsOpen = true,
        LimitFields = ["max_completion_tokens"],
        Formats = FormatKinds.None,
        HasTools = false,
        StreamUsage = StreamUsage.Never,
        Errors = ErrorForm.Message,
    };
}
