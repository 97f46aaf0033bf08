using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.OpenAI.Dialects;

/// <summary>NAVER's own OpenAI-shaped API, and the one that 42maru runs for the government.</summary>
internal static class NaverDialects
{
    private static readonly string[] Unsupported =
    [
        "audio", "frequency_penalty", "logit_bias", "logprobs", "metadata", "modalities", "prediction", "presence_penalty", "prompt_cache_key",
        "safety_identifier", "service_tier", "store", "stream_options", "top_logprobs", "user", "web_search_options",
    ];

    public static OpenAIDialect ClovaStudio { get; } = new()
    {
        Id = "naver-clovastudio-openai",
        EnglishName = "NAVER CLOVA Studio (OpenAI-compatible)",
        KoreanName = "네이버 클로바 스튜디오 (OpenAI 호환)",
        Root = "/v1/openai",
        ChatPaths = ["/v1/openai/chat/completions"],
        EmbeddingPaths = ["/v1/openai/embeddings"],
        ModelsPaths = ["/v1/openai/models"],
        RequestIdHeader = RequestIds.ClovaStudio,
        TakesRequestId = true,
        Models =
        [
            OpenAIModel.Chat("HCX-005", 128_000) with { SeesImages = true, EffortsOff = ["none"] },
            // Reasons a little unless told not to, and not while it calls functions or writes by a schema.
            OpenAIModel.Chat("HCX-007", 128_000) with { Thinks = true, ThinksAlone = true, EffortsOff = ["none"], EffortsOn = ["low", "medium", "high"] },
            OpenAIModel.Chat("HCX-DASH-002", 32_000) with { EffortsOff = ["none"] },
            OpenAIModel.Embedding("bge-m3", 8_192, 1024),
        ],
        DefaultLimit = 512,
        RefusedFields = Unsupported,
        MaximumTemperature = 1,
        ReasoningField = "thinking_content",
        Reasoning = ReasoningSwitches.Effort | ReasoningSwitches.EffortObject,
        Formats = FormatKinds.JsonSchema,
        CanRequireTools = false,
        CanCallOneByOne = false,
        CombinesToolsAndImages = false,
        // Whether a stream reports usage is not documented, and the field that would ask for it is refused.
        StreamUsage = StreamUsage.Never,
        Errors = ErrorForm.Naver,
        ModelStatus = 400,
        RateHeaders = RateHeaderForm.Durations,
        EmbeddingInput = EmbeddingInput.OneText,
        Base64 = false,
    };

    public static OpenAIDialect Gov { get; } = new()
    {
        Id = "clovastudio-gov",
        EnglishName = "CLOVA Studio Gov",
        KoreanName = "클로바 스튜디오 Gov (범정부 AI 공통기반)",
        Root = "/api/v1",
        // The documents disagree about the first segment.
        ChatPaths = ["/api/v1/chat/completions", "/v1/chat/completions"],
        EmbeddingPaths = ["/v1/text/embeddings", "/api/v1/text/embeddings"],
        ModelsPaths = [],
        Models =
        [
            OpenAIModel.Chat("HCX-GOV", 128_000),
            OpenAIModel.Chat("HCX-GOV-THINK", 128_000) with { Thinks = true },
            OpenAIModel.Chat("HCX-GOV-THINK-V1-32B", 128_000) with { Thinks = true },
            OpenAIModel.Chat("HCX-GOV-VLM", 128_000) with { SeesImages = true },
            OpenAIModel.Chat("HCX-DASH-002", 32_000),
            OpenAIModel.Chat("LLM42", 128_000) with { SeesImages = true },
            OpenAIModel.Chat("LLM42-Gemma4", 128_000) with { SeesImages = true },
            OpenAIModel.Chat("K-Exaone-236B", 128_000),
            OpenAIModel.Chat("openai/gpt-oss-120b", 128_000) with { Thinks = true, EffortsOn = ["low", "medium", "high"] },
            OpenAIModel.Embedding("bge-m3", 8_192, 1024),
            // Its size is not documented.
            OpenAIModel.Embedding("rag42-embed-v1", 8_192, 1024),
        ],
        LimitFields = ["max_tokens"],
        ReasoningField = "reasoning_content",
        Reasoning = ReasoningSwitches.ForceOrSkip | ReasoningSwitches.EnableThinking | ReasoningSwitches.Effort,
        Formats = FormatKinds.None,
        IsVllm = true,
        EmbeddingErrors = ErrorForm.Status,
        RateHeaders = RateHeaderForm.RetryAfter,
        EmbeddingInput = EmbeddingInput.Texts,
        Shortens = true,
    };
}
