using System.Text.Json;
using HyperscaleSdk.Conformance;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

public sealed class ClovaStudioEmbeddingTests(EmulatorFixture emulator) : EmbeddingGeneratorConformance
{
    protected override EmbeddingGeneratorTraits Traits => new()
    {
        ProviderName = "naver.clova_studio",
        ProviderId = "naver-clovastudio",
        BaseAddress = emulator.Host.GetBaseUrl("naver-clovastudio"),
        Model = "bge-m3",
        Dimensions = 1024,
        OtherModel = "clir-emb-dolphin",
        OtherDimensions = 1024,
        TextsPerCall = 1,
        UnknownModelCode = "unsupported",
    };

    protected override IEmbeddingGenerator<string, Embedding<float>> CreateGenerator(HttpClient http) => new ClovaStudioEmbeddingGenerator(emulator.ClovaStudio(), http);

    protected override object CreateRawRequest() => new ClovaStudio.EmbeddingRequest
    {
        Text = "replaced",
        AdditionalProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["mark"] = JsonElement.Parse("true") },
    };
}
