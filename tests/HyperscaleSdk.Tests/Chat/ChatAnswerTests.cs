using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Chat;

public sealed class ChatAnswerTests
{
    public static TheoryData<string, string> SameOnBothPaths() => new()
    {
        {
            """{"id":"r1","model":"served","created":1744710905,"text":"안녕하세요","think":"음","finish":"stop","in":20,"out":5,"cached":3,"thought":2}""",
            """
            data: {"id":"r1","model":"served","created":1744710905,"think":"음"}

            data: {"id":"r1","text":"안녕"}

            data: {"text":"하세요","in":20,"out":3}

            data: {"finish":"stop","in":20,"out":5,"cached":3,"thought":2}

            data: [DONE]


            """
        },
        {
            """{"id":"r2","created":1744710905000,"text":"ok","calls":[{"id":"c1","name":"f","args":"{\"a\":1}"},{"id":"c2","name":"g","args":""}],"finish":"tool_calls","in":7,"out":9,"total":16}""",
            """
            data: {"id":"r2","created":1744710905000,"text":"ok","calls":[{"index":0,"id":"c1","name":"f"},{"index":1,"id":"c2","name":"g"}]}

            data: {"calls":[{"index":0,"args":"{\"a\""}]}

            data: {"calls":[{"index":0,"args":":1}"}]}

            data: {"finish":"tool_calls","in":7,"out":9,"total":16}


            """
        },
        {
            """{"id":"r3","refusal":"I cannot","finish":"filtered"}""",
            """
            data: {"id":"r3","refusal":"I "}

            data: {"refusal":"cannot","finish":"filtered"}

            data: [DONE]


            """
        },
        {
            """{"id":"r4","text":"x","finish":"mystery","in":1}""",
            """
            data: {"id":"r4","text":"x"}

            event: end
            data: {"finish":"mystery","in":1}


            """
        },
    };

    [Theory]
    [MemberData(nameof(SameOnBothPaths), DisableDiscoveryEnumeration = true)]
    public async Task Answer_WholeOrStreamed_IsTheSame(string whole, string stream)
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json(whole)).Answer(StubHandler.Events(stream)));
        var first = await client.GetResponseAsync("hi");
        var updates = await Updates(client);
        var second = updates.ToChatResponse();
        Assert.Equal(Describe(first), Describe(second));
        Assert.True(updates.SelectMany(update => update.Contents).OfType<UsageContent>().Count() <= 1);
        Assert.Single(updates.Select(update => update.MessageId).Distinct(StringComparer.Ordinal));
        Assert.All(updates, update => Assert.Equal((ChatRole.Assistant, first.ResponseId, first.ModelId), (update.Role, update.ResponseId, update.ModelId)));
    }

    [Fact]
    public async Task Answer_Everything_IsMapped()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"id":"r1","model":"served","created":1744710905,"text":"t","think":"h","finish":"stop","in":20,"out":5,"cached":3,"thought":2}""")));
        var answer = await client.GetResponseAsync("hi");
        Assert.Equal(("r1", "served", ChatFinishReason.Stop), (answer.ResponseId, answer.ModelId, answer.FinishReason));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1744710905), answer.CreatedAt);
        Assert.Equal((20L, 5L, 25L, 3L, 2L), (answer.Usage!.InputTokenCount, answer.Usage.OutputTokenCount, answer.Usage.TotalTokenCount, answer.Usage.CachedInputTokenCount, answer.Usage.ReasoningTokenCount));
        var message = Assert.Single(answer.Messages);
        Assert.Equal("r1", message.MessageId);
        Assert.Collection(message.Contents, content => Assert.IsType<TextReasoningContent>(content), content => Assert.Equal("t", Assert.IsType<TextContent>(content).Text));
        Assert.IsType<Raw>(answer.RawRepresentation);
    }

    [Fact]
    public async Task Answer_ProviderWithoutIdsAndUsage_StaysUnknownButOneMessage()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\",\"finish\":\"stop\"}\n\n")));
        var updates = await Updates(client);
        Assert.Single(updates.Select(update => update.MessageId).Distinct(StringComparer.Ordinal));
        Assert.NotNull(updates[0].MessageId);
        var answer = updates.ToChatResponse();
        Assert.Null(answer.Usage);
        Assert.Null(answer.CreatedAt);
        Assert.Equal("model-1", answer.ModelId);
        Assert.Equal("ab", Assert.IsType<TextContent>(Assert.Single(Assert.Single(answer.Messages).Contents)).Text);
    }

    [Theory]
    [InlineData("""{"in":5}""", 5L, null, null)]
    [InlineData("""{"out":5}""", null, 5L, null)]
    [InlineData("""{"total":9}""", null, null, 9L)]
    [InlineData("""{"in":0,"out":0}""", 0L, 0L, 0L)]
    public async Task Usage_WhatIsNotReported_StaysNull(string body, long? input, long? output, long? total)
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json(body)));
        var usage = (await client.GetResponseAsync("hi")).Usage!;
        Assert.Equal((input, output, total), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
    }

    [Fact]
    public async Task Usage_ReportedOften_LastWinsAndIsNeverSummed()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"text\":\"a\",\"in\":10,\"out\":1,\"total\":11}\n\ndata: {\"in\":10,\"out\":4}\n\ndata: {\"out\":6,\"finish\":\"stop\"}\n\n")));
        var usage = (await client.GetStreamingResponseAsync("hi").ToChatResponseAsync()).Usage!;
        Assert.Equal((10L, 6L, 16L), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
    }

    [Fact]
    public async Task Finish_StopWithToolCalls_StaysAsReported()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"finish":"STOP","calls":[{"id":"c","name":"f","args":"{}"}]}""")));
        Assert.Equal(ChatFinishReason.Stop, (await client.GetResponseAsync("hi")).FinishReason);
    }

    [Fact]
    public async Task Finish_LaterNull_KeepsTheEarlier()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"finish\":\"length\"}\n\ndata: {\"in\":1}\n\n")));
        Assert.Equal(ChatFinishReason.Length, (await client.GetStreamingResponseAsync("hi").ToChatResponseAsync()).FinishReason);
    }

    [Theory]
    [InlineData("""[{"id":"c1","name":"f"},{"args":"{\"a\":"},{"args":"1}"},{"id":"c2","name":"g"},{"args":"{}"}]""")]
    [InlineData("""[{"id":"c1","name":"f","args":"{\"a\":1}"},{"id":"c2","name":"g","args":"{}"}]""")]
    [InlineData("""[{"index":0,"id":"c1","name":"f","args":"{\"a\""},{"index":1,"id":"c2","name":"g"},{"index":0,"args":":1}"},{"index":1,"args":"{}"}]""")]
    [InlineData("""[{"index":0,"id":"c1","name":"f","args":"{\"a\":1}"},{"index":0,"id":"c2","name":"g","args":"{}"}]""")]
    [InlineData("""[{"index":0,"id":"","name":"f"},{"index":0,"id":"c1"},{"index":0,"args":"{\"a\":1}"},{"index":1,"id":"c2","name":"g"}]""")]
    [InlineData("""[{"args":"lost"},{"id":"c1","name":"f","object":{"a":1}},{"id":"c2","name":"g","object":null}]""")]
    public async Task ToolCalls_InAnyPieces_AreEmittedOnceComplete(string pieces)
    {
        var events = string.Concat(JsonElement.Parse(pieces).EnumerateArray().Select(piece => $"data: {{\"calls\":[{piece.GetRawText()}]}}\n\n"));
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events(events + "data: {\"finish\":\"tool_calls\"}\n\n")));
        var updates = await Updates(client);
        var calls = Assert.Single(updates).Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal([("c1", "f"), ("c2", "g")], calls.Select(call => (call.CallId, call.Name)));
        Assert.Equal(1, Assert.IsType<JsonElement>(calls[0].Arguments!["a"]).GetInt32());
        Assert.Empty(calls[1].Arguments!);
    }

    [Fact]
    public async Task ToolCalls_ReplacedByCompleteOnes_AreNotDoubled()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"calls\":[{\"id\":\"c1\",\"name\":\"f\",\"args\":\"{\"}]}\n\nevent: end\ndata: {\"replace\":true,\"calls\":[{\"id\":\"c1\",\"name\":\"f\",\"object\":{\"a\":1}}],\"finish\":\"tool_calls\"}\n\n")));
        var answer = await client.GetStreamingResponseAsync("hi").ToChatResponseAsync();
        var call = Assert.IsType<FunctionCallContent>(Assert.Single(answer.Messages[0].Contents));
        Assert.Null(call.Exception);
        Assert.True(call.Arguments!.ContainsKey("a"));
    }

    [Theory]
    [InlineData("{\\\"a\\\":")]
    [InlineData("[1]")]
    public async Task ToolCalls_MalformedArguments_AreAnExceptionInTheContent(string arguments)
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json($$"""{"calls":[{"id":"c","name":"f","args":"{{arguments}}"}]}""")));
        var call = Assert.IsType<FunctionCallContent>(Assert.Single((await client.GetResponseAsync("hi")).Messages[0].Contents));
        Assert.NotNull(call.Exception);
        Assert.Null(call.Arguments);
    }

    [Fact]
    public async Task ToolCalls_WithoutId_GetOne()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"calls":[{"name":"f","args":"{}"},{"id":"x","args":"{}"}]}""")));
        var call = Assert.IsType<FunctionCallContent>(Assert.Single((await client.GetResponseAsync("hi")).Messages[0].Contents));
        Assert.StartsWith("call_", call.CallId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_IsAnErrorContentWithAStableCode()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"refusal":"no"}""")));
        var error = Assert.IsType<ErrorContent>(Assert.Single((await client.GetResponseAsync("hi")).Messages[0].Contents));
        Assert.Equal(("no", "refusal"), (error.Message, error.ErrorCode));
    }

    [Fact]
    public async Task Failure_InsideSuccessBody_IsTypedAndFailed()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"failed":"429"}""", headers: ("x-request-id", "r"))));
        using var scope = WireCallScope.Enter(recorder);
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => client.GetResponseAsync("hi"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "429", "r", "provider text"), (failure.StatusCode, failure.ErrorCode, failure.RequestId, failure.ProviderMessage));
        Assert.Equal((WireCallOutcome.Failed, "429"), (recorder.Only.Outcome, recorder.Only.ErrorCode));
    }

    private static async Task<List<ChatResponseUpdate>> Updates(IChatClient client)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync("hi"))
        {
            updates.Add(update);
        }

        return updates;
    }

    private static string Describe(ChatResponse answer)
    {
        var message = Assert.Single(answer.Messages);
        var contents = message.Contents.Select(content => content switch
        {
            TextReasoningContent think => "think:" + think.Text,
            TextContent text => "text:" + text.Text,
            ErrorContent error => $"error:{error.Message}/{error.ErrorCode}",
            FunctionCallContent call => $"call:{call.CallId}/{call.Name}/{string.Join(',', call.Arguments!.Select(pair => $"{pair.Key}={pair.Value}"))}",
            _ => content.GetType().Name,
        });
        var usage = answer.Usage;
        return string.Join('|', contents)
            + $"|{answer.ResponseId}|{message.MessageId}|{answer.ModelId}|{answer.CreatedAt:O}|{answer.FinishReason}"
            + $"|{usage?.InputTokenCount}|{usage?.OutputTokenCount}|{usage?.TotalTokenCount}|{usage?.CachedInputTokenCount}|{usage?.ReasoningTokenCount}";
    }
}
