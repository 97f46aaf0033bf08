namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Every provider that the emulator plays.</summary>
internal static class ProviderCases
{
    private const string? NoOptions = "";

    public static IReadOnlyList<ProviderCase> All { get; } =
    [
        new("naver-clovastudio", "/naver-clovastudio", "HCX-005", WireShape.Clova) { Chat = "/v3/chat-completions/HCX-005", Embeddings = "/v1/api-tools/embedding/v2", StreamOptions = NoOptions, ErrorMessage = "status/message" },
        new("upstage", "/upstage/v1", "solar-pro4") { Embeddings = "/v1/embeddings", EmbeddingModel = "solar-embedding-2-passage" },
        new("naver-clovastudio-openai", "/naver-clovastudio-openai/v1/openai", "HCX-005")
        {
            Chat = "/v1/openai/chat/completions", Embeddings = "/v1/openai/embeddings", EmbeddingModel = "bge-m3", StreamOptions = NoOptions, StreamsUsage = false,
        },
        new("clovastudio-gov", "/clovastudio-gov/api/v1", "HCX-GOV") { Chat = "/api/v1/chat/completions", Embeddings = "/v1/text/embeddings", EmbeddingModel = "bge-m3" },
        new("friendli", "/friendli/serverless/v1", "LGAI-EXAONE/K-EXAONE-236B-A23B")
        {
            Chat = "/serverless/v1/chat/completions", Embeddings = "/dedicated/v1/embeddings", EmbeddingModel = "depx7m4q", InvalidStatus = 422,
        },
        new("konan", "/konan/v3", "konan") { Chat = "/v3/chat/completions", StreamOptions = NoOptions },
        new("liner", "/liner/api/v1", "liner-mark") { Chat = "/api/v1/chat/completions" },
        new("saltlux-luxia", "/saltlux-luxia", "luxia3-llm-32b-0731") { Chat = "/luxia/v1/chat", Key = ("apikey", ""), StreamOptions = NoOptions, StreamsUsage = false },
        new("samsung-aios", "/samsung-aios/v1", "gpt-oss-120b") { Key = null, Embeddings = "/v1/embeddings", EmbeddingModel = "sds/bge-m3" },
        Profile("skt-ax", "ax4") with { ErrorMessage = "message" },
        Profile("kt-midm", "K-intelligence/Midm-2.0-Base-Instruct"),
        Profile("kakao-kanana", "kanana-2-30b-a3b-instruct"),
        Profile("lg-exaone", "LGAI-EXAONE/EXAONE-4.0-32B"),
        Profile("lguplus-ixigen", "ixi-gen"),
        Profile("kisti-koni", "KISTI-KONI/KONI-4B-instruct-20250901"),
        Profile("furiosa-llm", "EMPTY") with { Key = null, Embeddings = "/v1/embeddings", EmbeddingModel = "EMPTY" },
        Profile("rebellions-vllm", "/models/EXAONE-3.5") with { Embeddings = "/v1/embeddings", EmbeddingModel = "Qwen/Qwen3-Embedding-8B" },
        new("openai-compatible", "/openai-compatible/v1", "my-model") { Embeddings = "/v1/embeddings", EmbeddingModel = "my-embedding" },
        new("samsung-fabrix", "/samsung-fabrix", "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0001", WireShape.FabriX)
        {
            Chat = "/openapi/chat/v1/messages", Key = ("x-openapi-token", ""), ReportsUsage = false, StreamsUsage = false, ErrorMessage = "message", StreamOptions = NoOptions,
        },
        new("kakao-kogpt", "/kakao-kogpt", "kogpt", WireShape.KoGpt) { Chat = "/v1/inference/kogpt/generation", Key = ("Authorization", "KakaoAK "), CanStream = false, ErrorMessage = "msg" },
        new("etri", "/etri", "", WireShape.Etri) { Chat = "/MRCServlet", Key = ("Authorization", ""), CanStream = false, ReportsUsage = false, ErrorMessage = "reason" },
    ];

    /// <summary>The ids, for a theory; a test finds its case with <see cref="Get"/>.</summary>
    public static TheoryData<string> Ids => [.. All.Select(provider => provider.Id)];

    public static TheoryData<string, string> Operations
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var provider in All)
            {
                foreach (var operation in provider.Operations)
                    data.Add(provider.Id, operation);
            }

            return data;
        }
    }

    public static ProviderCase Get(string id) => All.Single(provider => string.Equals(provider.Id, id, StringComparison.Ordinal));

    private static ProviderCase Profile(string id, string model) => new(id, $"/{id}/v1", model) { KeyIsOptional = true };
}
