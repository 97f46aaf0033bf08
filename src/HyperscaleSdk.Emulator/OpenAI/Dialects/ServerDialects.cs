using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI.Dialects;

/// <summary>The servers of the domestic NPUs, run by the customer.</summary>
internal static class ServerDialects
{
    public static OpenAIDialect Furiosa { get; } = new()
    {
        Id = "furiosa-llm",
        EnglishName = "FuriosaAI furiosa-llm",
        KoreanName = "퓨리오사AI furiosa-llm",
        EmbeddingPaths = ["/v1/embeddings"],
        Key = KeyScheme.None,
        Models = [OpenAIModel.Chat("furiosa-ai/EXAONE-4.0-32B-FP8", 131_072), OpenAIModel.Embedding("furiosa-ai/Qwen3-Embedding-8B", 32_768, 4096)],
        IgnoresModel = true,
        Reasoning = ReasoningSwitches.EnableThinking,
        Formats = FormatKinds.StructuredOutputs,
        IsVllm = true,
        Errors = ErrorForm.Vllm,
        EmbeddingInput = EmbeddingInput.Texts,
        Base64 = null,
        Shortens = true,
    };

    public static OpenAIDialect Rebellions { get; } = new()
    {
        Id = "rebellions-vllm",
        EnglishName = "Rebellions vLLM (RBLN)",
        KoreanName = "리벨리온 vLLM (RBLN)",
        EmbeddingPaths = ["/v1/embeddings"],
        Key = KeyScheme.OptionalBearer,
        Models = [OpenAIModel.Chat("LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", 32_768) with { SeesImages = true }, OpenAIModel.Embedding("Qwen/Qwen3-Embedding-8B", 32_768, 4096)],
        IsOpen = true,
        Reasoning = ReasoningSwitches.EnableThinking,
        Formats = FormatKinds.JsonObject | FormatKinds.JsonSchema | FormatKinds.StructuredOutputs,
        IsVllm = true,
        Errors = ErrorForm.Vllm,
        Shortens = true,
    };
}
