using System.Text.Json;
using HyperscaleSdk.Conformance;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

public sealed class UpstageEmbeddingTests(EmulatorFixture emulator) : EmbeddingGeneratorConformance
{
    protected override EmbeddingGeneratorTraits Traits => new()
    {
        ProviderName = "upstage",
        ProviderId = "upstage",
        BaseAddress = emulator.Host.GetBaseUrl("upstage"),
        Model = "solar-embedding-2-passage",
        Dimensions = 1024,
        OtherModel = "solar-embedding-1-large-query",
        OtherDimensions = 4096,
        TextsPerCall = 100,
        UnknownModelCode = "model_not_found",
    };

    [Fact]
    public void Options_OtherModel_HasItsOwnDimensions()
    {
        using var generator = new UpstageEmbeddingGenerator(emulator.Upstage(options => options.EmbeddingModel = "solar-embedding-1-large-passage"));
        Assert.Equal(4096, generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions);
    }

    protected override IEmbeddingGenerator<string, Embedding<float>> CreateGenerator(HttpClient http) => new UpstageEmbeddingGenerator(emulator.Upstage(), http);

    protected override object CreateRawRequest() => new Upstage.EmbeddingRequest
    {
        Model = "solar-embedding-2-passage",
        Input = Upstage.EmbeddingRequestInput.FromItems([]),
        AdditionalProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["mark"] = JsonElement.Parse("true") },
    };
}
