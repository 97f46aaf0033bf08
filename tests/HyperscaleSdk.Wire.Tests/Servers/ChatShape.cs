using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Wire.Tests.Servers;

/// <summary>A chat that makes use of some part of the unified request.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Messages">The chat.</param>
/// <param name="Options">The options; null for none.</param>
internal sealed record ChatShape(string Name, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration(
        "get_weather", "Returns the weather of a city.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string","description":"A city"}},"required":["city"]}"""));

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"},"degrees":{"type":"integer"}},"required":["city","degrees"],"additionalProperties":false}""");

    private static readonly ChatMessage[] Question = [new(ChatRole.User, "부산 날씨를 알려 주세요.")];

    // A call and its result, as they stand in a chat that goes on.
    private static readonly ChatMessage[] WithResult =
    [
        .. Question,
        new(ChatRole.Assistant, [new FunctionCallContent("call_1", "get_weather", new Dictionary<string, object?>(StringComparer.Ordinal) { ["city"] = "부산" })]),
        new(ChatRole.Tool, [new FunctionResultContent("call_1", "맑음, 21도")]),
    ];

    public static IReadOnlyList<ChatShape> All { get; } =
    [
        new("one question", Question, null),
        new("a history with instructions", [new(ChatRole.System, "존댓말로 답하세요."), .. Question, new(ChatRole.Assistant, "맑습니다."), new(ChatRole.User, "내일은요?")], new ChatOptions { Instructions = "한 문장으로." }),
        new("sampling options", Question, new ChatOptions
        {
            Temperature = 0.5f, TopP = 0.9f, TopK = 40, Seed = 7, MaxOutputTokens = 100, FrequencyPenalty = 0.5f, PresencePenalty = 0.5f, AllowMultipleToolCalls = true,
        }),
        new("stop sequences", Question, new ChatOptions { StopSequences = ["끝"] }),
        new("a tool", Question, new ChatOptions { Tools = [Weather] }),
        new("a demanded tool", Question, new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.RequireSpecific("get_weather") }),
        new("some tool demanded", Question, new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.RequireAny }),
        new("no tool allowed", Question, new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.None }),
        new("a tool's result", WithResult, new ChatOptions { Tools = [Weather] }),
        new("a JSON schema", Question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "weather") }),
        new("JSON", Question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }),
        new("an image", [new(ChatRole.User, [new TextContent("무엇이 보이나요?"), new DataContent(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 1 }, "image/png")])], null),
        new("an image by its address", [new(ChatRole.User, [new TextContent("무엇이 보이나요?"), new UriContent("https://example.com/a.png", "image/png")])], null),
        .. new[] { ReasoningEffort.None, ReasoningEffort.Low, ReasoningEffort.Medium, ReasoningEffort.High, ReasoningEffort.ExtraHigh }
            .Select(effort => new ChatShape($"reasoning {effort}", Question, new ChatOptions { Reasoning = new ReasoningOptions { Effort = effort } })),
    ];
}
