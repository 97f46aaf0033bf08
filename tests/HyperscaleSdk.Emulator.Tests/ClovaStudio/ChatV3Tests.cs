using System.Globalization;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class ChatV3Tests : EmulatorTest
{
    private const string Question = """{"messages":[{"role":"user","content":"서울의 가을 여행지를 추천해 주세요."}]}""";

    [Fact]
    public async Task Chat_WholeAnswer_HasEnvelopeMessageAndUsage()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", Question);

        Assert.Equal(200, answer.Status);
        Assert.Equal("20000", answer.ClovaCode);
        Assert.Equal("OK", (string?)answer.Json["status"]!["message"]);
        var result = answer.Json["result"]!;
        Assert.Equal("assistant", (string?)result["message"]!["role"]);
        Assert.Contains("서울의 가을 여행지를 추천해 주세요.", (string?)result["message"]!["content"], StringComparison.Ordinal);
        Assert.Contains("습니다", (string?)result["message"]!["content"], StringComparison.Ordinal);
        Assert.Equal("stop", (string?)result["finishReason"]);
        var usage = result["usage"]!;
        Assert.InRange((int)usage["promptTokens"]!, 10, 20);
        Assert.Equal((int)usage["promptTokens"]! + (int)usage["completionTokens"]!, (int)usage["totalTokens"]!);
        Assert.Null(result["aiFilter"]);
    }

    [Fact]
    public async Task Chat_Streamed_SendsTokensThenTheWholeMessageThenTheSignal()
    {
        var whole = (await Clova.PostAsync("/v3/chat-completions/HCX-005", Question)).Json["result"]!;

        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", Question, stream: true);

        Assert.StartsWith("text/event-stream", answer.Headers["Content-Type"], StringComparison.Ordinal);
        var frames = answer.Frames;
        Assert.All(frames, frame => Assert.True(Guid.TryParse(frame.Id, out _)));
        Assert.All(frames.SkipLast(2), frame => Assert.Equal("token", frame.Event));
        Assert.True(frames.Count > 6);
        Assert.Equal("result", frames[^2].Event);
        Assert.Equal(("signal", """{"data":"[DONE]"}"""), (frames[^1].Event, frames[^1].Data));
        Assert.All(frames.SkipLast(2), frame => Assert.True(frame.Json.AsObject().ContainsKey("usage") && frame.Json["usage"] is null && frame.Json["finishReason"] is null));
        var joined = string.Concat(frames.SkipLast(2).Select(frame => (string?)frame.Json["message"]!["content"]));
        Assert.Equal((string?)whole["message"]!["content"], joined);
        var result = frames[^2].Json;
        Assert.Equal(joined, (string?)result["message"]!["content"]);
        Assert.True(JsonNode.DeepEquals(whole["usage"], result["usage"]));
        Assert.Equal((string?)whole["finishReason"], (string?)result["finishReason"]);
        Assert.Equal((long)whole["seed"]!, (long)result["seed"]!);
    }

    [Fact]
    public async Task Chat_SameRequestTwice_GivesTheSameTextAndUsage()
    {
        var first = (await Clova.PostAsync("/v3/chat-completions/HCX-DASH-002", Question)).Json["result"]!;
        var second = (await Clova.PostAsync("/v3/chat-completions/HCX-DASH-002", Question)).Json["result"]!;
        var other = (await Clova.PostAsync("/v3/chat-completions/HCX-DASH-002", """{"messages":[{"role":"user","content":"김치찌개는 어떻게 끓이나요?"}]}""")).Json["result"]!;

        Assert.True(JsonNode.DeepEquals(first["message"], second["message"]));
        Assert.True(JsonNode.DeepEquals(first["usage"], second["usage"]));
        Assert.NotEqual((string?)first["message"]!["content"], (string?)other["message"]!["content"], StringComparer.Ordinal);
    }

    [Fact]
    public async Task Chat_SystemAndEarlierTurns_AreMentioned()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", """
            {"messages":[{"role":"system","content":"존댓말로 답해 주세요"},{"role":"user","content":"제주 날씨는요?"},
            {"role":"assistant","content":"맑습니다."},{"role":"user","content":"그러면 부산은 어떤가요?"}]}
            """);

        var text = (string?)answer.Json["result"]!["message"]!["content"];
        Assert.Contains("존댓말로 답해 주세요", text, StringComparison.Ordinal);
        Assert.Contains("제주 날씨는요?", text, StringComparison.Ordinal);
        Assert.Contains("그러면 부산은 어떤가요?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_TokenLimit_EndsWithLengthAtThatManyTokens()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", """{"messages":[{"role":"user","content":"안녕하세요"}],"maxTokens":5}""");

        var result = answer.Json["result"]!;
        Assert.Equal("length", (string?)result["finishReason"]);
        Assert.Equal(5, (int)result["usage"]!["completionTokens"]!);
        Assert.StartsWith("안녕하세요!", (string?)result["message"]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_StopSequence_CutsTheText()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", """{"messages":[{"role":"user","content":"안녕하세요"}],"stop":["!"]}""");

        Assert.Equal("안녕하세요", (string?)answer.Json["result"]!["message"]!["content"]);
        Assert.Equal("stop", (string?)answer.Json["result"]!["finishReason"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""","thinking":{"effort":"low"}""", true)]
    [InlineData(""","thinking":{"effort":"none"}""", false)]
    public async Task Thinking_ByEffort_ShowsItsTextAndTokens(string thinking, bool expected)
    {
        var body = $$"""{"messages":[{"role":"user","content":"1부터 10까지 더하면?"}]{{thinking}}}""";

        var result = (await Clova.PostAsync("/v3/chat-completions/HCX-007", body)).Json["result"]!;
        var frames = (await Clova.PostAsync("/v3/chat-completions/HCX-007", body, stream: true)).Frames;

        Assert.Equal(expected, result["message"]!["thinkingContent"] is not null);
        Assert.Equal(expected, result["usage"]!["completionTokensDetails"] is not null);
        var streamed = string.Concat(frames.Where(frame => frame.Event is "token").Select(frame => (string?)frame.Json["message"]!["thinkingContent"]));
        Assert.Equal((string?)result["message"]!["thinkingContent"] ?? "", streamed);
        if (expected)
            Assert.InRange((int)result["usage"]!["completionTokensDetails"]!["thinkingTokens"]!, 1, (int)result["usage"]!["completionTokens"]! - 1);
    }

    [Fact]
    public async Task ResponseFormat_Schema_AnswersWithAConformingJsonText()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-007", """
            {"messages":[{"role":"user","content":"부산에 사는 31세 김하나의 정보를 정리해 주세요."}],"thinking":{"effort":"none"},
            "responseFormat":{"type":"json","schema":{"type":"object","properties":{
            "name":{"type":"string"},"age":{"type":"integer","minimum":0,"maximum":150},"grade":{"type":"string","enum":["일반","우수"]},
            "email":{"type":"string","format":"email"},"tags":{"type":"array","items":{"type":"string"},"minItems":3,"maxItems":3}},
            "required":["name","age","grade"]}}}
            """);

        var value = JsonNode.Parse((string)answer.Json["result"]!["message"]!["content"]!)!;
        Assert.NotEmpty((string)value["name"]!);
        Assert.Equal(31, (int)value["age"]!);
        Assert.True((string?)value["grade"] is "일반" or "우수");
        Assert.Contains('@', (string)value["email"]!);
        Assert.Equal(3, value["tags"]!.AsArray().Count);
    }

    [Fact]
    public async Task Image_OnTheVisionModel_IsReadAndCounted()
    {
        var body = """{"messages":[{"role":"user","content":[{"type":"text","text":"이 사진을 설명해 주세요."},{"type":"image_url","imageUrl":{"url":"https://example.com/a.png"}}]}]}""";
        var data = """{"messages":[{"role":"user","content":[{"type":"image_url","dataUri":{"data":"data:image/png;base64,iVBORw0KGgo="}},{"type":"text","text":"이 사진을 설명해 주세요."}]}]}""";

        foreach (var request in new[] { body, data })
        {
            var result = (await Clova.PostAsync("/v3/chat-completions/HCX-005", request)).Json["result"]!;
            Assert.Contains("이미지 1장", (string?)result["message"]!["content"], StringComparison.Ordinal);
            Assert.True((int)result["usage"]!["promptTokens"]! > 256);
        }
    }

    [Fact]
    public async Task AiFilters_WhenAsked_AreInTheResult()
    {
        var answer = await Clova.PostAsync("/v3/chat-completions/HCX-005", """{"messages":[{"role":"user","content":"안녕"}],"includeAiFilters":true}""");

        var filter = answer.Json["result"]!["aiFilter"]![0]!;
        Assert.Equal(("curse", "OK"), ((string?)filter["groupName"], (string?)filter["result"]));
        Assert.True(int.TryParse((string?)filter["score"], NumberStyles.Integer, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task RequestId_SentByTheCaller_IsEchoedAndJournaled()
    {
        var request = Clova.Post("/v3/chat-completions/HCX-005", Question);
        request.Headers.Add("X-NCP-CLOVASTUDIO-REQUEST-ID", "caller-0001");
        var echoed = await Clova.SendAsync(request);
        var made = await Clova.PostAsync("/v3/chat-completions/HCX-005", Question);

        Assert.Equal("caller-0001", echoed.Headers["X-NCP-CLOVASTUDIO-REQUEST-ID"]);
        Assert.Equal(["caller-0001", made.Headers["X-NCP-CLOVASTUDIO-REQUEST-ID"]], Host.Requests.Select(entry => entry.RequestId), StringComparer.Ordinal);
        var usage = echoed.Json["result"]!["usage"]!;
        Assert.Equal(
            new EmulatedRequest("naver-clovastudio", "chat", "caller-0001", (long)usage["promptTokens"]!, (long)usage["completionTokens"]!, "completed"),
            Host.Requests[0]);
    }
}
