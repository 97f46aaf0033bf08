using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Spec.Testing.Facts;

/// <summary>Tools are called.</summary>
internal static class ToolFacts
{
    private const string Question = "부산 날씨를 알려 주세요.";

    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration(
        "get_weather",
        "Returns the weather of a city.",
        JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string","description":"The city's name"}},"required":["city"]}"""));

    public static IReadOnlyList<EndpointFact> All { get; } =
    [
        new("tool.call", ModelKind.Chat, new("a tool is called with arguments that are JSON", "도구를 JSON 인자와 함께 부른다"), CallAsync),
        new("tool.stream", ModelKind.Chat, new("fragments of a call in a stream make one call", "스트림의 조각이 하나의 호출이 된다"), StreamAsync),
        new("tool.result", ModelKind.Chat, new("the result of a tool is answered with text", "도구의 결과에 글로 답한다"), ResultAsync),
    ];

    private static ChatOptions Options => new() { Tools = [Weather] };

    private static async Task CallAsync(FactCall call, CancellationToken cancellationToken)
    {
        Supported(call);
        Single(call, await call.Chat().GetResponseAsync(Question, Options, cancellationToken));
    }

    private static async Task StreamAsync(FactCall call, CancellationToken cancellationToken)
    {
        Supported(call);
        Single(call, (await StreamFacts.ReadAsync(call, Question, Options, cancellationToken)).ToChatResponse());
    }

    private static async Task ResultAsync(FactCall call, CancellationToken cancellationToken)
    {
        Supported(call);
        using var client = call.Chat();
        List<ChatMessage> history = [new(ChatRole.User, Question)];
        var asked = await client.GetResponseAsync(history, Options, cancellationToken);
        var tool = Single(call, asked);
        history.AddMessages(asked);
        history.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(tool.CallId, "부산: 맑음, 21도")]));
        Expect.HasText(call, await client.GetResponseAsync(history, Options, cancellationToken));
    }

    private static void Supported(FactCall call)
    {
        Expect.Supported(call.Endpoint.Chat.ToolCalls, new("The binding maps no tool calls.", "바인딩에 도구 호출(toolCalls)이 없습니다."));
        Expect.Can(call, ModelCapabilities.Tools, "tools");
    }

    private static FunctionCallContent Single(FactCall call, ChatResponse response)
    {
        var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        Expect.Holds(
            calls is [{ Name: "get_weather" }],
            call,
            "tool calls",
            new($"A question about the weather, with a tool 'get_weather', led to {calls.Count} calls [{string.Join(", ", calls.Select(one => one.Name))}].", $"'get_weather' 도구와 함께 날씨를 물었더니 호출이 {calls.Count}개였습니다: [{string.Join(", ", calls.Select(one => one.Name))}]."),
            new("Send the call where the binding's `toolCalls` points, with its name; fragments of one call share their index.", "바인딩의 `toolCalls`가 가리키는 곳에 이름과 함께 보내십시오. 한 호출의 조각은 index가 같아야 합니다."));
        Expect.Holds(
            calls[0].Exception is null && calls[0].Arguments?.ContainsKey("city") == true,
            call,
            "arguments",
            new("The arguments are not a JSON object with 'city'.", "인자가 'city'가 있는 JSON 객체가 아닙니다."),
            new("Send arguments that follow the tool's schema; in a stream, fragments that make one JSON text.", "도구의 스키마를 따르는 인자를 보내십시오. 스트림에서는 조각을 이으면 하나의 JSON이어야 합니다."));
        Expect.Holds(
            !string.IsNullOrEmpty(calls[0].CallId),
            call,
            "tool calls",
            new("The call has no id.", "호출에 id가 없습니다."),
            new("Give each call an id of its own: a result is matched by it.", "호출마다 고유한 id를 주십시오. 결과를 그것으로 짝짓습니다."));
        return calls[0];
    }
}
