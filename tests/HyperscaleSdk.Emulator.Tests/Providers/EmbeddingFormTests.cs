using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Vectors as floats and as Base64, shortened, of texts and of token numbers.</summary>
public sealed class EmbeddingFormTests : ProviderTest
{
    [Theory]
    [InlineData("openai-compatible", 8, true)]
    [InlineData("rebellions-vllm", 64, true)]
    [InlineData("clovastudio-gov", 256, true)]
    [InlineData("furiosa-llm", 128, false)]
    [InlineData("friendli", 1024, true)]
    [InlineData("samsung-aios", 1024, true)]
    public async Task Embeddings_AsBase64_AreTheSameVector(string id, int dimensions, bool base64)
    {
        var provider = ProviderCases.Get(id);
        string Body(string format) => $$"""{"model":"{{provider.EmbeddingModel}}","input":"환불 방법","dimensions":{{dimensions}},"encoding_format":"{{format}}"}""";

        var floats = (await SendAsync(provider.Post(Host, provider.Embeddings!, Body("float")))).Json["data"]![0]!["embedding"]!.AsArray().Select(value => (float)value!).ToArray();
        var other = (await SendAsync(provider.Post(Host, provider.Embeddings!, Body("base64")))).Json["data"]![0]!["embedding"]!;

        Assert.Equal(dimensions, floats.Length);
        Assert.Equal(base64, other is JsonValue);
        if (base64)
            Assert.Equal(floats, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)other!)).ToArray());
    }

    [Theory]
    [InlineData("openai-compatible", "[1,2,3]", 200)]
    [InlineData("openai-compatible", "[[1,2],[3]]", 200)]
    [InlineData("openai-compatible", "[[],[3]]", 400)]
    [InlineData("openai-compatible", "[1,\"a\"]", 400)]
    [InlineData("furiosa-llm", "[1,2]", 400)]
    public async Task Embeddings_OfTokenNumbers_AreServedWhereKnown(string id, string input, int status)
        => Assert.Equal(status, (await SendAsync(ProviderCases.Get(id).Post(Host, "/v1/embeddings", $$"""{"model":"m","input":{{input}}}"""))).Status);
}
