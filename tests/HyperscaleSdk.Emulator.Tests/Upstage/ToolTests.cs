using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Upstage;

public sealed class ToolTests : EmulatorTest
{
    private const string Tools = """
        [{"type":"function","function":{"name":"get_weather","description":"Weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}},
         {"type":"function","function":{"name":"get_time","parameters":{"type":"object","properties":{"city":{"type":"string"},"format":{"type":"string","enum":["24h","12h"]}},"required":["city","format"]}}}]
        """;

    private static string Body(string question, string more = "")
        => $$"""{"model":"solar-pro4","messages":[{"role":"user","content":"{{question}}"}],"tools":{{Tools}}{{more}}}""";

    [Fact]
    public async Task Tools_SeveralSubjectsInOneQuestion_AreCalledTogether()
    {
        var json = (await Upstage.PostAsync("/chat/completions", Body("부산의 날씨와 지금 시간을 알려 주세요."))).Json;

        var message = json["choices"]![0]!["message"]!;
        Assert.Equal("tool_calls", (string?)json["choices"]![0]!["finish_reason"]);
        Assert.Null(message["content"]);
        var calls = message["tool_calls"]!.AsArray();
        Assert.Equal(["get_time", "get_weather"], calls.Select(call => (string?)call!["function"]!["name"]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(2, calls.Select(call => (string?)call!["id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(calls, call => Assert.Equal("부산", (string?)JsonNode.Parse((string)call!["function"]!["arguments"]!)!["city"]));
    }

    [Theory]
    [InlineData(""","parallel_tool_calls":false""")]
    [InlineData(""","tool_choice":{"type":"function","function":{"name":"get_time"}}""")]
    public async Task Tools_WhenLimited_OneIsCalled(string more)
    {
        var json = (await Upstage.PostAsync("/chat/completions", Body("부산의 날씨와 지금 시간을 알려 주세요.", more))).Json;

        Assert.Single(json["choices"]![0]!["message"]!["tool_calls"]!.AsArray());
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("auto", false)]
    [InlineData("required", true)]
    public async Task ToolChoice_ForAnUnrelatedQuestion_Decides(string choice, bool called)
    {
        var json = (await Upstage.PostAsync("/chat/completions", Body("농담 하나만요", $",\"tool_choice\":\"{choice}\""))).Json;

        Assert.Equal(called, json["choices"]![0]!["message"]!["tool_calls"] is not null);
    }

    [Fact]
    public async Task Tools_Streamed_ComeAsIndexedFragments()
    {
        var frames = (await Upstage.PostAsync("/chat/completions", Body("부산의 날씨와 지금 시간을 알려 주세요.", ",\"stream\":true"))).Frames;

        var fragments = frames.SkipLast(1).Select(frame => frame.Json["choices"]![0]!["delta"]!["tool_calls"]?[0]).OfType<JsonNode>().ToList();
        foreach (var group in fragments.GroupBy(fragment => (int)fragment["index"]!))
        {
            Assert.NotNull(group.First()["id"]);
            Assert.NotNull(group.First()["function"]!["name"]);
            Assert.All(group.Skip(1), fragment => Assert.Null(fragment["id"]));
            var arguments = string.Concat(group.Select(fragment => (string?)fragment["function"]!["arguments"]));
            Assert.Equal("부산", (string?)JsonNode.Parse(arguments)!["city"]);
        }

        Assert.Equal("tool_calls", (string?)frames[^2].Json["choices"]![0]!["finish_reason"]);
    }

    [Fact]
    public async Task Tools_ResultGivenBack_IsUsedInTheAnswer()
    {
        var json = (await Upstage.PostAsync("/chat/completions", $$"""
            {"model":"solar-pro4","tools":{{Tools}},"messages":[{"role":"user","content":"How is the weather in Busan?"},
            {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Busan\"}"} }]},
            {"role":"tool","tool_call_id":"call_1","content":"sunny, 21 degrees"}]}
            """)).Json;

        Assert.Contains("sunny, 21 degrees", (string?)json["choices"]![0]!["message"]!["content"], StringComparison.Ordinal);
    }
}
