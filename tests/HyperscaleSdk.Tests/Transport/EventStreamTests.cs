using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class EventStreamTests
{
    [Theory]
    [InlineData("data: {\"name\":\"a\"}\n\ndata: {\"name\":\"b\"}\n\ndata: [DONE]\n\n")]
    [InlineData("data:{\"name\":\"a\"}\r\n\r\ndata:{\"name\":\"b\"}\r\n\r\ndata:[DONE]\r\n\r\n")]
    [InlineData("\uFEFF: hello\n\ndata: {\"name\":\"a\"}\n\n:keep-alive\n\n: ping\n\ndata: {\"name\":\"b\"}\n\ndata: [DONE] \n\n")]
    [InlineData("retry: 5\nid: 1\ndata: {\"name\":\ndata: \"a\"}\n\nunknown: x\ndata: {\"name\":\"b\"}\n\ndata: [DONE]\n\n")]
    [InlineData("data:\n\ndata: {\"name\":\"a\"}\n\ndata: {\"name\":\"b\"}\n\ndata: [DONE]\n\ndata: {\"name\":\"ignored\"}\n\n")]
    public async Task Stream_AnyLegalFraming_GivesTheSameEvents(string body)
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Events(body)));
        var events = await Read(transport);
        Assert.Equal(["a", "b"], events.Where(item => !item.IsDone).Select(item => item.Data!.Name), StringComparer.Ordinal);
        Assert.True(events[^1].IsDone);
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public async Task Stream_NamedEvents_KeepTypeAndId()
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Events("id: 7\nevent: token\ndata: {\"name\":\"a\"}\n\n")));
        var only = Assert.Single(await Read(transport));
        Assert.Equal(("token", "7", false), (only.EventType, only.EventId, only.IsDone));
    }

    [Fact]
    public async Task Stream_EventCutAcrossReads_IsPutTogether()
    {
        var body = new ScriptedStream();
        foreach (var letter in "data: {\"name\":\"a\"}\n\ndata: [DONE]\n\n")
        {
            body.Send(letter.ToString());
        }

        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        Assert.Equal(2, (await Read(transport)).Count);
    }

    [Theory]
    [InlineData("data: 홍길동\n\n")]
    [InlineData("data: {\"name\":5}\n\n")]
    public async Task Stream_DataThatDoesNotFit_IsAResponseException(string body)
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Events(body)));
        using var scope = WireCallScope.Enter(recorder);
        var failure = await Assert.ThrowsAsync<HyperscaleResponseException>(() => Read(transport));
        Assert.DoesNotContain("홍길동", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Theory]
    [InlineData("event: error\ndata: {\"error\":{\"code\":\"429\",\"message\":\"m\"}}\n\n")]
    [InlineData("data: {\"error\":{\"code\":\"429\",\"message\":\"m\"}}\n\n")]
    public async Task Stream_ErrorEvent_IsTyped(string body)
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Events(body)));
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => Read(transport));
        Assert.Equal("m", failure.ProviderMessage);
    }

    [Theory]
    [InlineData("server_error", typeof(HyperscaleServerException), true)]
    [InlineData("busy", typeof(HyperscaleServerException), true)]
    [InlineData("rate_limit_exceeded", typeof(HyperscaleRateLimitException), true)]
    [InlineData("invalid_request", typeof(HyperscaleRequestException), false)]
    public async Task Stream_ErrorEventWithoutStatus_IsToldByItsCode(string code, Type leaf, bool transient)
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Events($"event: error\ndata: {{\"error\":{{\"code\":\"{code}\"}}}}\n\n")));
        var failure = await Assert.ThrowsAnyAsync<HyperscaleException>(() => Read(transport));
        Assert.IsType(leaf, failure);
        Assert.Equal(transient, failure.IsTransient);
    }

    [Fact]
    public async Task Stream_JsonBodyInsteadOfAStream_IsTheErrorItHolds()
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"c9"}}""")));
        Assert.Equal("c9", (await Assert.ThrowsAnyAsync<HyperscaleException>(() => Read(transport))).ErrorCode);
    }

    [Fact]
    public async Task Stream_HtmlInsteadOfAStream_NamesTheType()
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Text("<html/>", "text/html")));
        Assert.Contains("'text/html'", (await Assert.ThrowsAsync<HyperscaleResponseException>(() => Read(transport))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ConnectionBreaks_IsAStreamException()
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(new ScriptedStream().Send("data: {\"name\":\"a\"}\n\n").End(new IOException("reset")), "text/event-stream")));
        using var scope = WireCallScope.Enter(recorder);
        var failure = await Assert.ThrowsAsync<HyperscaleStreamException>(() => Read(transport));
        Assert.True(failure.IsTransient);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_ReaderLeaves_ClosesTheConnectionAndIsCancelled()
    {
        var recorder = new Recorder();
        var body = new ScriptedStream().Send("data: {\"name\":\"a\"}\n\n");
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        using var scope = WireCallScope.Enter(recorder);
        await foreach (var item in transport.StreamAsync<Thing>(StandIn.Request(), default))
        {
            Assert.Equal("a", item.Data!.Name);
            break;
        }

        Assert.True(body.IsDisposed);
        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Stream_NoNextEventInTime_IsATimeout()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        var body = new ScriptedStream().Send("data: {\"name\":\"a\"}\n\n");
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")), options);
        await using var events = transport.StreamAsync<Thing>(StandIn.Request(), default).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        // The reader's own time between two events does not count.
        time.Advance(TimeSpan.FromHours(1));
        body.Send("data: {\"name\":\"b\"}\n\n");
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("sent nothing for 100 s", (await Assert.ThrowsAsync<TimeoutException>(() => next)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_CallerCancels_CarriesTheCallersToken()
    {
        var recorder = new Recorder();
        using var source = new CancellationTokenSource();
        var body = new ScriptedStream().Send("data: {\"name\":\"a\"}\n\n");
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "text/event-stream")));
        using var scope = WireCallScope.Enter(recorder);
        await using var events = transport.StreamAsync<Thing>(StandIn.Request(), source.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next)).CancellationToken);
        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
    }

    private static async Task<List<StreamEvent<Thing>>> Read(HyperscaleTransport transport)
    {
        var events = new List<StreamEvent<Thing>>();
        await foreach (var item in transport.StreamAsync<Thing>(new ApiRequest(HttpMethod.Get, "/events") { Operation = "events", Streaming = true }, default))
        {
            events.Add(item);
        }

        return events;
    }
}
