using HyperscaleSdk.Emulator.Errors;

namespace HyperscaleSdk.Emulator.OpenAI.Dialects;

/// <summary>Upstage Solar: its own limits, efforts, models and rate headers.</summary>
internal static class UpstageDialect
{
    private static readonly string[] Pro4On = ["low", "medium", "high", "xhigh", "max"];

    public static OpenAIDialect Upstage { get; } = new()
    {
        Id = "upstage",
        EnglishName = "Upstage Solar",
        KoreanName = "업스테이지 솔라",
        EmbeddingPaths = ["/v1/embeddings"],
        RequestIdHeader = "x-request-id",
        Models =
        [
            new("solar-pro4", "solar-pro4-260806", 524_288) { EffortsOff = ["none", "minimal"], EffortsOn = Pro4On },
            // The efforts of the small model are not documented apart; it is of the same generation.
            new("solar-mini4", "solar-mini4-260922", 524_288) { EffortsOff = ["none", "minimal"], EffortsOn = Pro4On },
            new("solar-pro3", "solar-pro3-260323", 131_072) { EffortsOff = ["minimal", "low"], EffortsOn = ["medium", "high"] },
            new("solar-mini", "solar-mini-250422", 32_768) { TokensPerMinute = 50_000 },
            // The context of the Japanese line is not documented.
            new("syn-pro", "syn-pro-251021", 65_536),
            Embedding("solar-embedding-2-query", "solar-embedding-2-query", 8_192, 1024),
            Embedding("solar-embedding-2-passage", "solar-embedding-2-passage", 8_192, 1024),
            Embedding("embedding-query", "solar-embedding-1-large-query", 4_000, 4096),
            Embedding("embedding-passage", "solar-embedding-1-large-passage", 4_000, 4096),
        ],
        EndedModels = ["solar-pro2", "solar-pro2-251215"],
        LimitFields = ["max_tokens"],
        Reasoning = ReasoningSwitches.Effort,
        ReportsReasoningTokens = true,
        Formats = FormatKinds.JsonObject | FormatKinds.JsonSchema | FormatKinds.NamedSchema,
        RateHeaders = RateHeaderForm.Upstage,
        AlwaysSendsRates = true,
        EmbeddingInput = EmbeddingInput.Texts,
        MaximumInputs = 100,
    };

    private static OpenAIModel Embedding(string name, string served, int contextTokens, int dimensions)
        => new(name, served, contextTokens) { Dimensions = dimensions, TokensPerMinute = 300_000 };
}
