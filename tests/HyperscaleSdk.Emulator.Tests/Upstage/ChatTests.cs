using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Upstage;

public sealed class ChatTests : EmulatorTest
{
    private static string Body(string question, string more = "", string model = "solar-pro4")
        => $$"""{"model":"{{model}}","messages":[{"role":"user","content":"{{question}}"}]{{more}}}""";

    [Fact]
    public async Task Chat_WholeAnswer_IsOpenAiShaped()
    {
        var answer = await Upstage.PostAsync("/chat/completions", Body("What is a voucher?"));

        Assert.Equal(200, answer.Status);
        var json = answer.Json;
        Assert.Equal(("chat.completion", "solar-pro4-260806"), ((string?)json["object"], (string?)json["model"]));
        var choice = Assert.Single(json["choices"]!.AsArray())!;
        Assert.Equal((0, "stop", "assistant"), ((int)choice["index"]!, (string?)choice["finish_reason"], (string?)choice["message"]!["role"]));
        Assert.Contains("What is a voucher?", (string?)choice["message"]!["content"], StringComparison.Ordinal);
        Assert.Null(choice["message"]!["reasoning"]);
        Assert.Null(json["usage"]!["completion_tokens_details"]);
        Assert.Equal((int)json["usage"]!["prompt_tokens"]! + (int)json["usage"]!["completion_tokens"]!, (int)json["usage"]!["total_tokens"]!);
        Assert.Equal(answer.Headers["x-request-id"], Assert.Single(Host.Requests).RequestId);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(""","stream_options":{"include_usage":true}""", true)]
    public async Task Chat_Streamed_EndsWithFinishUsageIfAskedAndDone(string options, bool usage)
    {
        var whole = (await Upstage.PostAsync("/chat/completions", Body("바우처가 무엇인가요?"))).Json;

        var answer = await Upstage.PostAsync("/chat/completions", Body("바우처가 무엇인가요?", $",\"stream\":true{options}"));

        var frames = answer.Frames;
        Assert.Equal("[DONE]", frames[^1].Data);
        Assert.All(frames, frame => Assert.True(frame.Id is null && frame.Event is null));
        var chunks = frames.SkipLast(1).Select(frame => frame.Json).ToList();
        Assert.Single(chunks.Select(chunk => (string?)chunk["id"]).Distinct(StringComparer.Ordinal));
        Assert.All(chunks, chunk => Assert.Equal(("chat.completion.chunk", "solar-pro4-260806"), ((string?)chunk["object"], (string?)chunk["model"])));
        Assert.Equal(("assistant", ""), ((string?)chunks[0]["choices"]![0]!["delta"]!["role"], (string?)chunks[0]["choices"]![0]!["delta"]!["content"]));
        Assert.Equal(usage, chunks[^1]["choices"]!.AsArray().Count == 0);
        if (usage)
        {
            Assert.True(JsonNode.DeepEquals(whole["usage"], chunks[^1]["usage"]));
            chunks.RemoveAt(chunks.Count - 1);
        }

        Assert.All(chunks, chunk => Assert.Null(chunk["usage"]));
        Assert.Equal("stop", (string?)chunks[^1]["choices"]![0]!["finish_reason"]);
        Assert.All(chunks.SkipLast(1), chunk => Assert.Null(chunk["choices"]![0]!["finish_reason"]));
        var text = string.Concat(chunks.Select(chunk => (string?)chunk["choices"]![0]!["delta"]!["content"]));
        Assert.Equal((string?)whole["choices"]![0]!["message"]!["content"], text);
    }

    [Fact]
    public async Task Reasoning_TurnedOn_ComesBeforeTheText()
    {
        var body = Body("하늘은 왜 파란가요?", """,  "reasoning_effort":"high" """);

        var whole = (await Upstage.PostAsync("/chat/completions", body)).Json;
        var frames = (await Upstage.PostAsync("/chat/completions", body[..^1] + ",\"stream\":true}")).Frames;

        var deltas = frames.SkipLast(1).Select(frame => frame.Json["choices"]![0]!["delta"]!).ToList();
        var reasoning = string.Concat(deltas.Select(delta => (string?)delta["reasoning"]));
        Assert.Equal((string?)whole["choices"]![0]!["message"]!["reasoning"], reasoning);
        Assert.True(deltas.FindLastIndex(delta => delta["reasoning"] is not null) < deltas.FindIndex(delta => delta["content"] is { } content && (string)content! is not ""));
        Assert.InRange((int)whole["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!, 1, (int)whole["usage"]!["completion_tokens"]! - 1);
    }

    [Theory]
    [InlineData("solar-pro4", "minimal", false)]
    [InlineData("solar-pro4", "max", true)]
    [InlineData("solar-pro3", "low", false)]
    [InlineData("solar-pro3", "medium", true)]
    public async Task Reasoning_ByModel_HasItsOwnLevels(string model, string effort, bool on)
    {
        var answer = await Upstage.PostAsync("/chat/completions", Body("안녕?", $",\"reasoning_effort\":\"{effort}\"", model));

        Assert.Equal(on, answer.Json["choices"]![0]!["message"]!["reasoning"] is not null);
    }

    [Fact]
    public async Task MaxTokens_CutsTheAnswer()
    {
        var json = (await Upstage.PostAsync("/chat/completions", Body("안녕?", ",\"max_tokens\":4"))).Json;

        Assert.Equal(("length", 4), ((string?)json["choices"]![0]!["finish_reason"], (int)json["usage"]!["completion_tokens"]!));
    }

    [Theory]
    [InlineData("""{"type":"json_object"}""")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object","properties":{"answer":{"type":"string"},"score":{"type":"number","maximum":0.5},"next":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/next"}]}},"required":["answer","score","next"],"$defs":{"next":{"type":"object","properties":{"next":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/next"}]}},"required":["next"]}}}}}""")]
    public async Task ResponseFormat_Json_IsAnsweredWithAnObject(string format)
    {
        var json = (await Upstage.PostAsync("/chat/completions", Body("무엇을 할 수 있나요?", $",\"response_format\":{format}"))).Json;

        var value = JsonNode.Parse((string)json["choices"]![0]!["message"]!["content"]!)!.AsObject();
        Assert.Contains("무엇을 할 수 있나요?", (string?)value["answer"], StringComparison.Ordinal);
        if (value.TryGetPropertyValue("score", out var score))
            Assert.Equal(0.5m, (decimal)score!);
    }

    [Fact]
    public async Task Models_List_HasAliasesAndSnapshots()
    {
        var answer = await Upstage.SendAsync(Upstage.Get("/models"));

        var ids = answer.Json["data"]!.AsArray().Select(model => (string?)model!["id"]).ToList();
        Assert.Equal("list", (string?)answer.Json["object"]);
        Assert.Contains("solar-pro4", ids, StringComparer.Ordinal);
        Assert.Contains("solar-pro4-260806", ids, StringComparer.Ordinal);
        Assert.DoesNotContain("solar-pro2", ids, StringComparer.Ordinal);
        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task RateHeaders_AreOnEveryAnswer()
    {
        WireAnswer[] answers =
        [
            await Upstage.PostAsync("/chat/completions", Body("안녕?")),
            await Upstage.PostAsync("/chat/completions", Body("안녕?", ",\"stream\":true")),
            await Upstage.PostAsync("/chat/completions", "{}"),
            await Upstage.SendAsync(Upstage.Get("/models")),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal("100", answer.Headers["X-Upstage-RateLimit-Limit-Requests"]);
            Assert.Equal("250000", answer.Headers["X-Upstage-RateLimit-Limit-Tokens"]);
            Assert.True(int.Parse(answer.Headers["X-Upstage-RateLimit-Remaining-Tokens"], System.Globalization.CultureInfo.InvariantCulture) <= 250_000);
            var reset = DateTimeOffset.FromUnixTimeSeconds(long.Parse(answer.Headers["X-Upstage-RateLimit-Reset-Requests"], System.Globalization.CultureInfo.InvariantCulture));
            Assert.InRange(reset - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(61));
        });
    }
}
