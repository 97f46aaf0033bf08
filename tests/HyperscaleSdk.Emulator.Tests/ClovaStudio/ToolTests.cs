using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class ToolTests : EmulatorTest
{
    private const string Weather = """
        {"type":"function","function":{"name":"get_weather","description":"현재 날씨","parameters":{"type":"object","properties":{"location":{"type":"string"},"days":{"type":"integer"}},"required":["location"]}}}
        """;

    private static string Request(string messages, string more = "") => $$"""{"messages":[{{messages}}],"tools":[{{Weather}}],"maxTokens":1024{{more}}}""";

    [Fact]
    public async Task Tool_ThatFitsTheQuestion_IsCalledWithArgumentsAsAnObject()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", Request("""{"role":"user","content":"서울 날씨 어때?"}"""));

        var result = answer.Json["result"]!;
        Assert.Equal("tool_calls", (string?)result["finishReason"]);
        Assert.Equal("", (string?)result["message"]!["content"]);
        var call = Assert.Single(result["message"]!["toolCalls"]!.AsArray())!;
        Assert.StartsWith("call_", (string?)call["id"], StringComparison.Ordinal);
        Assert.Equal("function", (string?)call["type"]);
        Assert.Equal("get_weather", (string?)call["function"]!["name"]);
        Assert.Equal("""{"location":"서울"}""", call["function"]!["arguments"]!.ToJsonString(RelaxedJson.Options));
    }

    [Fact]
    public async Task Tool_Streamed_ComesInFragmentsAndWholeInTheResult()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-DASH-002", Request("""{"role":"user","content":"서울 날씨 어때?"}"""), stream: true);

        var tokens = answer.Frames.Where(frame => frame.Event is "token").Select(frame => frame.Json["message"]!["toolCalls"]![0]!).ToList();
        Assert.Equal("get_weather", (string?)tokens[0]["function"]!["name"]);
        Assert.NotNull(tokens[0]["id"]);
        Assert.All(tokens.Skip(1), token => Assert.Null(token["id"]));
        var arguments = string.Concat(tokens.Skip(1).Select(token => (string?)token["function"]!["partialJson"]));
        var whole = answer.Frames.Single(frame => frame.Event is "result").Json["message"]!["toolCalls"]![0]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(arguments), whole["function"]!["arguments"]));
        Assert.Equal((string?)tokens[0]["id"], (string?)whole["id"]);
    }

    [Fact]
    public async Task Tool_ResultGivenBack_IsUsedInTheAnswer()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", Request("""
            {"role":"user","content":"서울 날씨 어때?"},
            {"role":"assistant","content":"","toolCalls":[{"id":"call_1","type":"function","function":{"name":"get_weather","arguments":{"location":"서울"}}}]},
            {"role":"tool","toolCallId":"call_1","content":"맑음, 21도"}
            """));

        var result = answer.Json["result"]!;
        Assert.Equal("stop", (string?)result["finishReason"]);
        Assert.Contains("맑음, 21도", (string?)result["message"]!["content"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("서울 날씨 어때?", ""","toolChoice":"none"}""", false)]
    [InlineData("재미있는 이야기를 들려줘", "}", false)]
    [InlineData("재미있는 이야기를 들려줘", ""","toolChoice":{"type":"function","function":{"name":"get_weather"}}}""", true)]
    public async Task ToolChoice_DecidesWhetherAToolIsCalled(string question, string choice, bool called)
    {
        var request = Request($$"""{"role":"user","content":"{{question}}"}""")[..^1] + choice;

        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", request);

        Assert.Equal(called, answer.Json["result"]!["message"]!["toolCalls"] is not null);
    }
}
