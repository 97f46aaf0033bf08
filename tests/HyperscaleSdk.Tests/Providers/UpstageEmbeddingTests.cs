using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

public sealed class UpstageEmbeddingTests(EmulatorFixture emulator)
{
    [Fact]
    public void Options_OtherModel_HasItsOwnDimensions()
    {
        using var generator = new UpstageEmbeddingGenerator(emulator.Upstage(options => options.EmbeddingModel = "solar-embedding-1-large-passage"));
        Assert.Equal(4096, generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions);
    }
}
