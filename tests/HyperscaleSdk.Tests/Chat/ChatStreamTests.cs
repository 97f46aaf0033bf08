using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Chat;

public sealed class ChatStreamTests
{
    [Theory]
    [InlineData("data: {\"text\":\"a\"}\n\n")]
    [InlineData("")]
    [InlineData("data: {\"text\":\"a\"}\n\ndata: {\"text\":")]
    public async Task Stream_EndsWithNeitherReasonNorMarker_IsCut(string body)
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events(body, ("x-request-id", "r5"))));
        using var scope = WireCallScope.Enter(recorder);
        var failure = await Assert.ThrowsAsync<HyperscaleStreamException>(() => client.GetStreamingResponseAsync("hi").ToChatResponseAsync());
        Assert.Equal((true, "r5"), (failure.IsTransient, failure.RequestId));
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Theory]
    [InlineData("data: {\"text\":\"a\",\"finish\":\"stop\"}\n\n")]
    [InlineData("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n")]
    [InlineData("event: ping\ndata: not json\n\ndata: {\"text\":\"a\"}\n\nevent: end\ndata: {}\n\n")]
    [InlineData("event: end\ndata: {\"text\":\"a\"}\n\ndata: {\"text\":\"ignored\"}\n\n")]
    public async Task Stream_WithReasonOrMarker_IsWhole(string body)
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events(body)));
        using var scope = WireCallScope.Enter(recorder);
        Assert.Equal("a", (await client.GetStreamingResponseAsync("hi").ToChatResponseAsync()).Text);
        Assert.Equal(WireCallOutcome.Completed, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_EndMarkerOnAnOpenConnection_DoesNotWaitForItsEnd()
    {
        var body = new ScriptedStream().Send("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n");
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        Assert.Equal("a", (await client.GetStreamingResponseAsync("hi").ToChatResponseAsync()).Text);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Stream_Text_ArrivesWhileTheStreamIsOpen()
    {
        var body = new ScriptedStream().Send("data: {\"text\":\"a\"}\n\n");
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        await using var updates = client.GetStreamingResponseAsync("hi").GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("a", updates.Current.Text);
        body.Send("data: {\"finish\":\"stop\",\"in\":1,\"out\":2}\n\n").End();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(ChatFinishReason.Stop, updates.Current.FinishReason);
        Assert.Equal(3, Assert.IsType<UsageContent>(Assert.Single(updates.Current.Contents)).Details.TotalTokenCount);
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task Stream_EventsWithoutContent_MakeNoUpdates()
    {
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"id\":\"r\",\"text\":\"\"}\n\ndata: {}\n\ndata: {\"text\":\"a\"}\n\ndata: {}\n\ndata: {\"finish\":\"stop\"}\n\n")));
        var count = 0;
        await foreach (var update in client.GetStreamingResponseAsync("hi"))
        {
            Assert.Equal("r", update.MessageId);
            count++;
        }

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Stream_ReaderLeaves_IsCancelledWithWhatWasUsed()
    {
        var recorder = new Recorder();
        var body = new ScriptedStream().Send("data: {\"text\":\"여섯 글자요\",\"model\":\"served\",\"in\":11}\n\n");
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        using var scope = WireCallScope.Enter(recorder);
        await foreach (var update in client.GetStreamingResponseAsync("hi"))
        {
            Assert.NotEmpty(update.Text);
            break;
        }

        Assert.True(body.IsDisposed);
        var result = recorder.Only;
        Assert.Equal((WireCallOutcome.Cancelled, 11L, null, 6L, "served"), (result.Outcome, result.InputTokens, result.OutputTokens, result.EstimatedOutputTokens, result.ServedModel));
    }

    [Fact]
    public async Task Stream_CallerCancels_CarriesTheTokenOfTheCall()
    {
        var recorder = new Recorder();
        using var source = new CancellationTokenSource();
        var body = new ScriptedStream().Send("data: {\"text\":\"a\"}\n\n");
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        using var scope = WireCallScope.Enter(recorder);
        await using var updates = client.GetStreamingResponseAsync("hi", cancellationToken: source.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync().AsTask();
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next)).CancellationToken);
        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_TokenOfTheLoop_IsHonoured()
    {
        using var source = new CancellationTokenSource();
        using var client = StandInChatClient.Over(new StubHandler().Hang());
        await using var updates = client.GetStreamingResponseAsync("hi").WithCancellation(source.Token).GetAsyncEnumerator();
        var next = updates.MoveNextAsync();
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next)).CancellationToken);
    }

    [Fact]
    public async Task Stream_ErrorAfterContent_IsTypedAndIncomplete()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"text\":\"a\"}\n\ndata: {\"failed\":\"503\"}\n\n")));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleServerException>(() => client.GetStreamingResponseAsync("hi").ToChatResponseAsync());
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_ErrorEventBeforeContent_IsTypedAndFailed()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("event: error\ndata: {\"error\":{\"code\":\"500\"}}\n\n")));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleServerException>(() => client.GetStreamingResponseAsync("hi").ToChatResponseAsync());
        Assert.Equal(WireCallOutcome.Failed, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_MappingThrows_SurfacesAndIsIncomplete()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"throw\":\"bug\"}\n\n")));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStreamingResponseAsync("hi").ToChatResponseAsync());
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_RefusedHead_IsRepeatedThenStreams()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Answer(StubHandler.Json("{}", System.Net.HttpStatusCode.ServiceUnavailable)).Answer(StubHandler.Events("data: {\"text\":\"a\",\"finish\":\"stop\",\"in\":3,\"out\":4}\n\n"));
        using var client = StandInChatClient.Over(handler);
        using var scope = WireCallScope.Enter(recorder);
        await client.GetStreamingResponseAsync("hi", new ChatOptions { MaxOutputTokens = 9 }).ToChatResponseAsync();
        Assert.Equal(["start 1", "end 1 Failed", "start 2", "end 2 Completed"], recorder.Log);
        Assert.Equal((true, 9L, "chat"), (recorder.Started[1].Streaming, recorder.Started[1].MaxOutputTokens, recorder.Started[1].Operation));
        Assert.Equal((3L, 4L), (recorder.Ended[1].Result.InputTokens, recorder.Ended[1].Result.OutputTokens));
    }

    [Fact]
    public async Task Stream_ScopeLeftBeforeReading_IsStillObserved()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events("data: {\"finish\":\"stop\"}\n\n")));
        IAsyncEnumerable<ChatResponseUpdate> updates;
        using (WireCallScope.Enter(recorder))
        {
            updates = client.GetStreamingResponseAsync("hi");
        }

        await updates.ToChatResponseAsync();
        Assert.Equal(WireCallOutcome.Completed, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Completion_Usage_IsReported()
    {
        var recorder = new Recorder();
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"text":"a","model":"served","in":3,"out":4,"cached":1,"thought":2}""")));
        using var scope = WireCallScope.Enter(recorder);
        await client.GetResponseAsync("hi");
        var result = recorder.Only;
        Assert.Equal((WireCallOutcome.Completed, 200, "served", 3L, 4L, 1L, 2L), (result.Outcome, result.StatusCode, result.ServedModel, result.InputTokens, result.OutputTokens, result.CachedInputTokens, result.ReasoningTokens));
    }
}
