using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI.Dialects;

/// <summary>
/// Suppliers whose models run at an address that the customer names: mostly vLLM servers. A context length that nobody
/// documents is 32,768 here.
/// </summary>
internal static class ProfileDialects
{
    private const int UnknownContext = 32_768;

    public static OpenAIDialect OpenAICompatible { get; } = new()
    {
        Id = "openai-compatible",
        EnglishName = "Any OpenAI-compatible server",
        KoreanName = "OpenAI 호환 서버",
        EmbeddingPaths = ["/v1/embeddings"],
        RequestIdHeader = "x-request-id",
        Models =
        [
            OpenAIModel.Chat("chat-model", 131_072) with { SeesImages = true, EffortsOff = ["none", "minimal"], EffortsOn = ["low", "medium", "high", "xhigh", "max"] },
            OpenAIModel.Embedding("embedding-model", 8_192, 1536),
        ],
        IsOpen = true,
        ReasoningField = "reasoning_content",
        Reasoning = ReasoningSwitches.Effort,
        ReportsReasoningTokens = true,
        Formats = FormatKinds.JsonObject | FormatKinds.JsonSchema | FormatKinds.NamedSchema,
        WritesNullUsage = true,
        RateHeaders = RateHeaderForm.Durations,
        AlwaysSendsRates = true,
        Shortens = true,
    };

    public static OpenAIDialect SamsungAios { get; } = Vllm("samsung-aios", "Samsung SDS AIOS", "삼성SDS AIOS") with
    {
        Key = KeyScheme.None,
        EmbeddingPaths = ["/v1/embeddings"],
        Models = [OpenAIModel.Chat("gpt-oss-120b", UnknownContext), OpenAIModel.Embedding("sds/bge-m3", 8_192, 1024)],
    };

    public static OpenAIDialect SktAx { get; } = Vllm("skt-ax", "SK Telecom A.X", "SK텔레콤 에이닷엑스") with
    {
        Models = [OpenAIModel.Chat("ax4", 131_072)],
        Errors = ErrorForm.Flat,
    };

    public static OpenAIDialect KtMidm { get; } = Vllm("kt-midm", "KT Mi:dm", "KT 믿:음") with
    {
        Models = [OpenAIModel.Chat("K-intelligence/Midm-2.0-Base-Instruct", UnknownContext), OpenAIModel.Chat("K-intelligence/Midm-2.0-Mini-Instruct", UnknownContext)],
    };

    public static OpenAIDialect KakaoKanana { get; } = Vllm("kakao-kanana", "Kakao Kanana", "카카오 카나나") with
    {
        Models =
        [
            OpenAIModel.Chat("kanana-2-30b-a3b-instruct", 32_768),
            OpenAIModel.Chat("kanana-2-30b-a3b-thinking-2601", 32_768) with { Thinks = true },
            OpenAIModel.Chat("kanana-o", UnknownContext) with { SeesImages = true },
        ],
        Errors = ErrorForm.Message,
    };

    public static OpenAIDialect LgExaone { get; } = Vllm("lg-exaone", "LG AI Research EXAONE", "LG AI연구원 엑사원") with
    {
        Models =
        [
            OpenAIModel.Chat("LGAI-EXAONE/EXAONE-4.0-32B", 131_072),
            OpenAIModel.Chat("LGAI-EXAONE/EXAONE-4.0-32B-FP8", 131_072),
            OpenAIModel.Chat("LGAI-EXAONE/K-EXAONE-236B-A23B", 262_144) with { Thinks = true },
            OpenAIModel.Chat("LGAI-EXAONE/K-EXAONE-2.0-750B-A37B", 262_144) with { Thinks = true },
            OpenAIModel.Chat("LGAI-EXAONE/EXAONE-4.5-33B", UnknownContext) with { SeesImages = true },
        ],
    };

    public static OpenAIDialect LgUplusIxiGen { get; } = Vllm("lguplus-ixigen", "LG U+ ixi-GEN", "LG유플러스 익시젠") with
    {
        Models = [OpenAIModel.Chat("ixi-gen", UnknownContext)],
    };

    public static OpenAIDialect KistiKoni { get; } = Vllm("kisti-koni", "KISTI KONI", "한국과학기술정보연구원 KONI") with
    {
        Models = [OpenAIModel.Chat("KISTI-KONI/KONI-4B-instruct-20250901", UnknownContext), OpenAIModel.Chat("KISTI-KONI/KONI-Llama3.1-8B-Instruct-20241024", UnknownContext)],
    };

    /// <summary>A vLLM server, older than the one that Rebellions ships: its reasoning is <c>reasoning_content</c>.</summary>
    private static OpenAIDialect Vllm(string id, string englishName, string koreanName) => new()
    {
        Id = id,
        EnglishName = englishName,
        KoreanName = koreanName,
        Key = KeyScheme.OptionalBearer,
        Models = [],
        IsOpen = true,
        ReasoningField = "reasoning_content",
        Reasoning = ReasoningSwitches.EnableThinking,
        IsVllm = true,
        Errors = ErrorForm.Vllm,
    };
}
