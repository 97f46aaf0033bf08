using System.Runtime.InteropServices;
using System.Text.Json;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Upstage;

public sealed class EmbeddingsTests : EmulatorTest
{
    [Theory]
    [InlineData("solar-embedding-2-query", "solar-embedding-2-query", 1024)]
    [InlineData("solar-embedding-2-passage", "solar-embedding-2-passage", 1024)]
    [InlineData("embedding-query", "solar-embedding-1-large-query", 4096)]
    [InlineData("solar-embedding-1-large-passage", "solar-embedding-1-large-passage", 4096)]
    public async Task Embeddings_ByModel_HaveItsDimensions(string model, string served, int dimensions)
    {
        var json = (await Upstage.PostAsync("/embeddings", $$"""{"model":"{{model}}","input":["안녕하세요","반갑습니다"]}""")).Json;

        Assert.Equal(("list", served), ((string?)json["object"], (string?)json["model"]));
        Assert.Equal([0, 1], json["data"]!.AsArray().Select(item => (int)item!["index"]!));
        Assert.All(json["data"]!.AsArray(), item => Assert.Equal(dimensions, item!["embedding"]!.AsArray().Count));
        Assert.Equal((int)json["usage"]!["prompt_tokens"]!, (int)json["usage"]!["total_tokens"]!);
        Assert.Equal((long)json["usage"]!["prompt_tokens"]!, Assert.Single(Host.Requests).InputTokens);
    }

    [Fact]
    public async Task Embeddings_AsBase64_AreTheSameNumbers()
    {
        var numbers = (await Upstage.PostAsync("/embeddings", """{"model":"solar-embedding-2-query","input":"안녕하세요"}""")).Json["data"]![0]!["embedding"]!.Deserialize<float[]>()!;
        var text = (string)(await Upstage.PostAsync("/embeddings", """{"model":"solar-embedding-2-query","input":"안녕하세요","encoding_format":"base64"}""")).Json["data"]![0]!["embedding"]!;

        Assert.Equal(numbers, MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(text)).ToArray());
    }
}
