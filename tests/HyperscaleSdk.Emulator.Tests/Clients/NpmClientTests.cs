using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Providers;

namespace HyperscaleSdk.Emulator.Tests.Clients;

/// <summary>OpenAI's client for Node.js accepts the emulator.</summary>
public sealed class NpmClientTests(NpmInstall npm, ITestOutputHelper output) : ProviderTest, IClassFixture<NpmInstall>
{
    [Theory]
    [InlineData("openai-compatible", true)]
    [InlineData("upstage", true)]
    [InlineData("friendli", true)]
    [InlineData("konan", false)]
    [InlineData("rebellions-vllm", true)]
    public async Task Npm_ChatsStreamsCallsAndEmbeds(string id, bool embeds)
    {
        if (npm.Missing is not null)
            output.WriteLine(npm.Missing);
        Assert.SkipWhen(npm.Missing is not null, npm.Missing ?? "");
        var provider = ProviderCases.Get(id);

        var printed = await npm.RunAsync([Base(provider, provider.Chat, "/chat/completions"), provider.Model, embeds ? Base(provider, provider.Embeddings!, "/embeddings") : "none", provider.EmbeddingModel, "stream_options"]);

        Assert.NotNull(printed);
        var json = JsonNode.Parse(printed)!;
        Assert.Contains("바우처가 무엇인가요?", (string?)json["text"], StringComparison.Ordinal);
        Assert.Equal(("stop", "stop"), ((string?)json["finish"], (string?)json["streamFinish"]));
        Assert.Equal((string?)json["text"], (string?)json["streamed"]);
        Assert.Equal((long)json["usage"]!, (long)json["streamUsage"]!);
        Assert.All((string[])["tool", "streamedTool"], call => Assert.Equal(("get_weather", """{"city":"서울"}"""), ((string?)json[call]!["name"], (string?)json[call]!["arguments"])));
        Assert.Contains("맑음, 21도", (string?)json["answered"], StringComparison.Ordinal);
        // vLLM's key is optional, not arbitrary.
        Assert.Equal(("AuthenticationError", 401), ((string?)json["error"]!["name"], (int)json["error"]!["status"]!));
        if (!embeds)
            return;
        Assert.InRange(json["float"]!.AsArray().Count, 1024, 4096);
        Assert.Equal(json["float"]!.AsArray().Select(value => (float)value!), json["base64"]!.AsArray().Select(value => (float)value!));
    }

    private string Base(ProviderCase provider, string path, string operation) => new Uri(Host.BaseAddress, $"/{provider.Id}{path[..^operation.Length]}").AbsoluteUri;
}
