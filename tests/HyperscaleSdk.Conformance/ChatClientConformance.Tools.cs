using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>Tools and structured output.</content>
public sealed partial class ChatClientConformance
{
    private const string WeatherQuestion = "부산 날씨를 알려 주세요.";

    private static readonly AIFunction Weather = AIFunctionFactory.Create((string city) => $"{city}: 맑음, 21도", "get_weather", "Returns the weather of a city.");

    private static readonly AIFunction Stock = AIFunctionFactory.Create((string product) => 3, "get_stock", "Returns how many pieces of a product are in stock.");

    private async Task Tool_IsCalledAndItsResultAnswered(bool streaming)
    {
        var options = new ChatOptions { Tools = [Weather, Stock] };
        if (Lacking(ConformanceNeed.Tools) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, WeatherQuestion)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        List<ChatMessage> history = [new(ChatRole.User, WeatherQuestion)];
        var asked = await Ask(client, streaming, history, options);
        Assert.Equal(ChatFinishReason.ToolCalls, asked.FinishReason);
        var call = Assert.Single(Assert.Single(asked.Messages).Contents.OfType<FunctionCallContent>());
        Assert.Equal("get_weather", call.Name);
        Assert.Null(call.Exception);
        Assert.False(string.IsNullOrEmpty(call.CallId));
        Assert.Equal("city", Assert.Single(call.Arguments!).Key);

        history.AddMessages(asked);
        history.Add(new(ChatRole.Tool, [new FunctionResultContent(call.CallId, await Weather.InvokeAsync(new AIFunctionArguments(call.Arguments, StringComparer.Ordinal)))]));
        var answer = await Ask(client, streaming, history, options);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.Contains("맑음, 21도", answer.Text, StringComparison.Ordinal);
    }

    private async Task Tool_StreamedFragments_MakeTheCallOfTheCompletion()
    {
        if (Lacking(ConformanceNeed.Tools) is { } lack)
        {
            await AssertLack(lack, streaming: true, [new(ChatRole.User, WeatherQuestion)], new ChatOptions { Tools = [Weather] });
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var options = new ChatOptions { Tools = [Weather] };
        var whole = Assert.Single((await client.GetResponseAsync(WeatherQuestion, options)).Messages[0].Contents.OfType<FunctionCallContent>());
        var updates = await Collect(client.GetStreamingResponseAsync(WeatherQuestion, options));
        var streamed = Assert.Single(updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>());
        Assert.Equal(whole.CallId, streamed.CallId);
        Assert.Equal(whole.Name, streamed.Name);
        Assert.Equal(Text(whole), Text(streamed));

        static string Text(FunctionCallContent call) => JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions);
    }

    private async Task Tools_TwoAtOnce_AreTwoCallsAndTwoResults(bool streaming)
    {
        const string question = "부산 날씨와 우산 재고를 알려 주세요.";
        var options = new ChatOptions { Tools = [Weather, Stock] };
        if (Lacking(ConformanceNeed.Tools) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, question)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        List<ChatMessage> history = [new(ChatRole.User, question)];
        var asked = await Ask(client, streaming, history, options);
        var calls = asked.Messages[0].Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(["get_stock", "get_weather"], calls.Select(call => call.Name).Order(StringComparer.Ordinal).ToList());
        Assert.Equal(2, calls.Select(call => call.CallId).Distinct(StringComparer.Ordinal).Count());

        history.AddMessages(asked);
        history.Add(new(ChatRole.Tool, [.. calls.Select(call => (AIContent)new FunctionResultContent(call.CallId, call.Name + " 결과"))]));
        var text = (await Ask(client, streaming, history, options)).Text;
        Assert.Contains("get_weather 결과", text, StringComparison.Ordinal);
        Assert.Contains("get_stock 결과", text, StringComparison.Ordinal);
    }

    private async Task ToolMode_None_LeavesTheToolsAlone(bool streaming)
    {
        var options = new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.None };
        if (Lacking(ConformanceNeed.Tools) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, WeatherQuestion)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, WeatherQuestion, options);
        Assert.Empty(response.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.NotEmpty(response.Text);
    }

    private async Task ToolMode_Specific_CallsThatTool(bool streaming)
    {
        var options = new ChatOptions { Tools = [Weather, Stock], ToolMode = ChatToolMode.RequireSpecific("get_stock") };
        if (Lacking(ConformanceNeed.Tools) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, WeatherQuestion)], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, WeatherQuestion, options);
        Assert.Equal("get_stock", Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>()).Name);
    }

    private async Task ToolMode_Required_CallsSomeTool(bool streaming)
    {
        var options = new ChatOptions { Tools = [Stock], ToolMode = ChatToolMode.RequireAny };
        if (Lacking(ConformanceNeed.RequiredTools) is { } lack)
        {
            await AssertLack(lack, streaming, [new(ChatRole.User, "안녕하세요")], options);
            return;
        }

        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, "안녕하세요", options);
        Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
    }

    private async Task JsonSchema_IsFollowed(bool streaming)
    {
        var schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"},"degrees":{"type":"integer"}},"required":["city","degrees"]}""");
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, WeatherQuestion, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "weather") });
        if (Lacking(ConformanceNeed.Schemas) is null)
        {
            var answer = JsonElement.Parse(response.Text);
            Assert.Equal(JsonValueKind.String, answer.GetProperty("city").ValueKind);
            Assert.Equal(JsonValueKind.Number, answer.GetProperty("degrees").ValueKind);
            return;
        }

        Assert.Contains("\"degrees\"", SystemText(wire.Single()), StringComparison.Ordinal);
        Assert.NotEmpty(response.Text);
    }

    private async Task Json_WithoutSchema_IsAFormatOrAnInstruction(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var response = await Ask(client, streaming, WeatherQuestion, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });
        Assert.NotEmpty(response.Text);
        var hasFormat = wire.Bodies()[0].Contains("\"response_format\"", StringComparison.Ordinal);
        Assert.NotEqual(hasFormat, SystemText(wire.Single()).Contains("JSON", StringComparison.Ordinal));
        if (hasFormat)
        {
            Assert.Equal(JsonValueKind.Object, JsonElement.Parse(response.Text).ValueKind);
        }
    }
}
