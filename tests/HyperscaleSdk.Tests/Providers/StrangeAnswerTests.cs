using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Answers that no emulator would give: the wrong JSON is a typed failure with its place, and never an empty success.</summary>
public sealed class StrangeAnswerTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion", """{}""", null)]
    [InlineData("clova", "completion", """{"표식7f3aQ9":"표식7f3aQ9"}""", null)]
    [InlineData("clova", "completion", """{"status":{"code":"20000","message":"OK"}}""", null)]
    [InlineData("clova", "completion", """{"status":{"code":"20000"},"result":{"message":{"role":"assistant","content":["표식7f3aQ9"]}}}""", "$.result.message.content")]
    [InlineData("clova", "completion", """["표식7f3aQ9"]""", "$")]
    [InlineData("clova", "completion", """null""", "$")]
    [InlineData("clova", "completion", "", null)]
    [InlineData("clova", "completion", "표식7f3aQ9", "$")]
    [InlineData("clova-v1", "completion", """{"status":{"code":"20000"},"result":{"inputLength":"표식7f3aQ9"}}""", "$.result.inputLength")]
    [InlineData("clova", "embeddings", """{"status":{"code":"20000"},"result":{}}""", null)]
    [InlineData("clova", "embeddings", """{"status":{"code":"20000"},"result":{"embedding":[0.5,"표식7f3aQ9"]}}""", "$.result.embedding[1]")]
    [InlineData("upstage", "completion", """{}""", null)]
    [InlineData("upstage", "completion", """{"id":"표식7f3aQ9","choices":[]}""", null)]
    [InlineData("upstage", "completion", """{"choices":"표식7f3aQ9"}""", "$.choices")]
    [InlineData("upstage", "completion", """{"choices":[{"index":0,"message":{"role":"assistant","content":5}}]}""", "$.choices[0].message.content")]
    [InlineData("upstage", "embeddings", """{"data":[]}""", null)]
    [InlineData("upstage", "embeddings", """{"data":[{"index":3,"embedding":[1]}]}""", null)]
    [InlineData("upstage", "embeddings", """{"data":[{"index":0,"embedding":[]}]}""", null)]
    [InlineData("upstage", "embeddings", """{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1]}]}""", null)]
    public async Task Body_OfAnotherShape_IsNotUnderstood(string provider, string operation, string body, string? path)
    {
        await using var call = await MeteredCall.OpenAsync(emulator, new CannedAnswer(body));
        var outcome = await call.AskAsync(provider, operation);
        var failure = Assert.IsType<HyperscaleResponseException>(outcome.FailedWith(typeof(HyperscaleResponseException)));
        Assert.Equal("bad_response", failure.ErrorCode);
        Assert.Equal(path, failure.Path);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Incomplete, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", "", "stream_cut")]
    [InlineData("clova", "event: ping\ndata: {\"a\":1}\n\n", "stream_cut")]
    [InlineData("clova", "event: token\ndata: {\"message\":{\"content\":\"안녕\"}}\n\n", "stream_cut")]
    [InlineData("clova", "event: token\ndata: [\"표식7f3aQ9\"]\n\n", "bad_response")]
    [InlineData("clova", "event: token\ndata: 표식7f3aQ9\n\n", "bad_response")]
    [InlineData("clova-v1", "event: token\ndata: {\"message\":{\"content\":\"안녕\"}}\n\n", "stream_cut")]
    [InlineData("upstage", "", "stream_cut")]
    [InlineData("upstage", "data: {\"hello\":1}\n\n", "stream_cut")]
    [InlineData("upstage", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"안녕\"}}]}\n\n", "stream_cut")]
    [InlineData("upstage", "data: {\"choices\":\"표식7f3aQ9\"}\n\n", "bad_response")]
    [InlineData("upstage", "data: 표식7f3aQ9\n\n", "bad_response")]
    public async Task Stream_OfAnotherShape_IsATypedFailure(string provider, string body, string code)
    {
        await using var call = await MeteredCall.OpenAsync(emulator, new CannedAnswer(body, isStream: true));
        var outcome = await call.AskAsync(provider, "stream");
        var failure = outcome.FailedWith(code == "stream_cut" ? typeof(HyperscaleStreamException) : typeof(HyperscaleResponseException));
        Assert.Equal(code, failure.ErrorCode);
        Assert.Equal(WireCallOutcome.Incomplete, Assert.Single(outcome.Rows).Outcome);
    }

    [Fact(Timeout = Limit)]
    public async Task Stream_UsageInEveryChunk_IsTheLastOneNotTheSum()
    {
        const string stream = """
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"가"}}],"usage":{"prompt_tokens":10,"completion_tokens":1,"total_tokens":11}}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"나"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12}}

            data: {"id":"c","model":"m","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12}}

            data: [DONE]


            """;
        await using var call = await MeteredCall.OpenAsync(emulator, new CannedAnswer(stream, isStream: true));
        var outcome = (await call.AskAsync("upstage", "stream")).Succeeded();
        Assert.Equal("가나", outcome.Chat!.Text);
        Assert.Equal(12, outcome.Chat.Usage?.TotalTokenCount);
        Assert.Equal((10, 2), (outcome.Rows[0].InputTokens, outcome.Rows[0].OutputTokens));
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", """{"status":{"code":"20000"},"result":{"message":{"role":"assistant","content":"가"},"finishReason":"moderation","usage":{"promptTokens":3,"completionTokens":4,"totalTokens":7}}}""")]
    [InlineData("upstage", """{"id":"c","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"가"},"finish_reason":"moderation"}],"usage":{"prompt_tokens":3,"completion_tokens":4}}""")]
    public async Task FinishReason_Unknown_IsPassedOn(string provider, string body)
    {
        await using var call = await MeteredCall.OpenAsync(emulator, new CannedAnswer(body));
        var chat = (await call.AskAsync(provider, "completion")).Succeeded().Chat!;
        Assert.Equal(new ChatFinishReason("moderation"), chat.FinishReason);
        Assert.Equal(7, chat.Usage?.TotalTokenCount);
    }

    [Fact(Timeout = Limit)]
    public async Task ToolCall_WithBrokenArguments_IsToldInTheContentNotThrown()
    {
        const string body = """{"id":"c","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{\"a\":"}}]},"finish_reason":"tool_calls"}]}""";
        await using var call = await MeteredCall.OpenAsync(emulator, new CannedAnswer(body));
        var chat = (await call.AskAsync("upstage", "completion")).Succeeded().Chat!;
        var made = Assert.IsType<FunctionCallContent>(Assert.Single(chat.Messages[0].Contents));
        Assert.Equal("f", made.Name);
        Assert.NotNull(made.Exception);
        Assert.Null(made.Arguments);
    }
}
