using System.Text.Json;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class EmbeddingTests : EmulatorTest
{
    [Theory]
    [InlineData("v2")]
    [InlineData("clir-emb-dolphin")]
    [InlineData("clir-sts-dolphin")]
    public async Task Embedding_OfAText_IsAUnitVectorWithItsTokens(string model)
    {
        var answer = await Clova.PostAsync($"/v1/api-tools/embedding/{model}", """{"text":"환불은 어떻게 신청하나요?"}""");

        var vector = answer.Json["result"]!["embedding"]!.Deserialize<float[]>()!;
        Assert.Equal(1024, vector.Length);
        Assert.Equal(1.0, Math.Sqrt(vector.Sum(value => (double)value * value)), 4);
        var tokens = (long)answer.Json["result"]!["inputTokens"]!;
        Assert.Equal(new EmulatedRequest("naver-clovastudio", "embeddings", answer.Headers["X-NCP-CLOVASTUDIO-REQUEST-ID"], tokens, 0, "completed"), Assert.Single(Host.Requests));
    }

    [Theory]
    [InlineData("v2", "{}", "40001")]
    [InlineData("v2", """{"text":""}""", "40004")]
    [InlineData("v2", """{"text":"  "}""", "40004")]
    [InlineData("v2", """{"text":["a"]}""", "40001")]
    [InlineData("bge-m3", """{"text":"a"}""", "40080")]
    [InlineData("HCX-005", """{"text":"a"}""", "40084")]
    public async Task Embedding_WrongRequest_IsRefused(string model, string body, string code)
    {
        var answer = await Clova.PostAsync($"/v1/api-tools/embedding/{model}", body);

        Assert.Equal((400, code), (answer.Status, answer.ClovaCode));
    }

    [Theory]
    [InlineData("clir-emb-dolphin", 501)]
    [InlineData("v2", 8193)]
    public async Task Embedding_OfTooLongAText_IsRefusedWith40003(string model, int tokens)
    {
        var text = string.Concat(Enumerable.Repeat("가나", tokens));

        var answer = await Clova.PostAsync($"/v1/api-tools/embedding/{model}", $$"""{"text":"{{text}}"}""");

        Assert.Equal((400, "40003"), (answer.Status, answer.ClovaCode));
    }
}
