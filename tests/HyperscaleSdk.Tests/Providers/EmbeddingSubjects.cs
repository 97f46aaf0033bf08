using System.Text.Json;
using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Every provider of the SDK that makes embeddings.</summary>
internal static class EmbeddingSubjects
{
    private static readonly Lack OwnDimensions = ConformanceSubjects.Absent("The length of the vectors is the server's: the binding does not know it");
    private static readonly Lack AnyModel = ConformanceSubjects.Ignored("The server has one model and does not look at the name");

    public static IReadOnlyList<EmbeddingSubject> All { get; } =
    [
        new("naver-clovastudio", "bge-m3", () => new ClovaStudio.EmbeddingRequest { Text = "replaced", AdditionalProperties = Mark() })
        {
            Dimensions = 1024, OtherModel = "clir-emb-dolphin", OtherDimensions = 1024, TextsPerCall = 1, UnknownModelCode = "unsupported",
        },
        new("naver-clovastudio-openai", "bge-m3", () => new ClovaStudioOpenAI.EmbeddingRequest { Model = "bge-m3", Input = "replaced", EncodingFormat = new("float"), AdditionalProperties = Mark() })
        {
            Dimensions = 1024,
            TextsPerCall = 1,
            Lacks = new Dictionary<ConformanceNeed, Lack> { [ConformanceNeed.OtherModels] = ConformanceSubjects.RefusedThere("There is one embedding model, bge-m3") },
        },
        new("clovastudio-gov", "bge-m3", () => new ClovaStudioGov.EmbeddingRequest { Input = ClovaStudioGov.EmbeddingRequestInput.FromItems([]), AdditionalProperties = Mark() })
        {
            OtherModel = "rag42-embed-v1", Lacks = new Dictionary<ConformanceNeed, Lack> { [ConformanceNeed.Dimensions] = OwnDimensions },
        },
        new("upstage", "solar-embedding-2-passage", () => new Upstage.EmbeddingRequest { Model = "solar-embedding-2-passage", Input = Upstage.EmbeddingRequestInput.FromItems([]), AdditionalProperties = Mark() })
        {
            Dimensions = 1024, OtherModel = "solar-embedding-1-large-query", OtherDimensions = 4096, TextsPerCall = 100, UnknownModelCode = "model_not_found",
        },
        new("friendli", "embedding-endpoint", () => new Friendli.EmbeddingRequest { Model = "embedding-endpoint", Input = Friendli.EmbeddingRequestInput.FromItems([]), AdditionalProperties = Mark() })
        {
            Path = "/friendli/dedicated/v1", Lacks = new Dictionary<ConformanceNeed, Lack> { [ConformanceNeed.Dimensions] = OwnDimensions },
        },
        OpenAI("openai-compatible", "embedding-model"),
        OpenAI("samsung-aios", "sds/bge-m3"),
        OpenAI("furiosa-llm", "furiosa-ai/Qwen3-Embedding-8B") with
        {
            Lacks = new Dictionary<ConformanceNeed, Lack> { [ConformanceNeed.Dimensions] = OwnDimensions, [ConformanceNeed.UnknownModels] = AnyModel },
        },
        OpenAI("rebellions-vllm", "Qwen/Qwen3-Embedding-8B"),
    ];

    private static EmbeddingSubject OpenAI(string provider, string model)
        => new(provider, model, () => new OpenAICompatible.EmbeddingRequest { Model = model, Input = OpenAICompatible.EmbeddingRequestInput.FromItems([]), AdditionalProperties = Mark() })
        {
            Lacks = new Dictionary<ConformanceNeed, Lack> { [ConformanceNeed.Dimensions] = OwnDimensions },
        };

    private static Dictionary<string, JsonElement> Mark() => new(StringComparer.Ordinal) { ["mark"] = JsonElement.Parse("true") };
}
