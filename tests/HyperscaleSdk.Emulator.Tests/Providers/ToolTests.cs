using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Function calls of the OpenAI-shaped providers.</summary>
public sealed class ToolTests : ProviderTest
{
    private const string Tools = """
        ,"tools":[{"type":"function","function":{"name":"get_weather","description":"Weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}},
        {"type":"function","function":{"name":"get_time","description":"Time","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]
        """;

    private const string ToolQuestion = "부산의 날씨와 지금 시간을 알려 주세요.";

    public static TheoryData<string> OpenAIShaped => [.. ProviderCases.All.Where(provider => provider.Shape == WireShape.OpenAI).Select(provider => provider.Id)];

    [Theory]
    [MemberData(nameof(OpenAIShaped))]
    public async Task Tools_AreCalledWholeAndInFragments(string id)
    {
        var provider = ProviderCases.Get(id);
        var whole = (await AskAsync(provider, ToolQuestion, Tools)).Json;
        var frames = (await SendAsync(provider.Request(Host, "stream", ToolQuestion, Tools))).Frames;

        var calls = whole["choices"]![0]!["message"]!["tool_calls"]?.AsArray() ?? [];
        if (id is "saltlux-luxia")
        {
            Assert.Empty(calls);
            return;
        }

        Assert.Equal(["get_time", "get_weather"], calls.Select(call => (string?)call!["function"]!["name"]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var fragments = Chunks(frames).Select(chunk => chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["tool_calls"]?[0]).OfType<JsonNode>().GroupBy(fragment => (int)fragment["index"]!).ToList();
        Assert.Equal(calls.Select(call => (string?)call!["function"]!["arguments"]), fragments.Select(group => string.Concat(group.Select(fragment => (string?)fragment["function"]!["arguments"]))));
        Assert.All(fragments, group => Assert.True(group.Count() > 2));
    }

    [Theory]
    [InlineData("naver-clovastudio-openai", ""","tool_choice":"required" """)]
    [InlineData("naver-clovastudio-openai", ""","parallel_tool_calls":false""")]
    [InlineData("naver-clovastudio-openai", ""","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]}]""")]
    [InlineData("friendli", ""","response_format":{"type":"json_object"}""")]
    public async Task Tools_BesideWhatTheDialectForbids_AreRefused(string id, string more)
        => Assert.Equal(ProviderCases.Get(id).InvalidStatus, (await AskAsync(ProviderCases.Get(id), ToolQuestion, Tools + more)).Status);
}
