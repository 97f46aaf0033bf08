using System.Net;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class WireCallReportTests
{
    private const string Good = """{"name":"a"}""";

    [Fact]
    public async Task Send_Retried_EachAttemptIsOneReportInOrder()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Answer(StubHandler.Json("""{"error":{"code":"busy"}}""", HttpStatusCode.TooManyRequests, ("x-request-id", "r1"))).Answer(StubHandler.Json(Good, headers: ("x-request-id", "r2")));
        using var transport = StandIn.Transport(handler);
        using (WireCallScope.Enter(recorder))
        {
            await transport.SendAsync<Thing>(StandIn.Request(), default);
        }

        Assert.Equal(["start 1", "end 1 Failed", "start 2", "end 2 Completed"], recorder.Log);
        Assert.Equal((429, "busy", "r1"), (recorder.Ended[0].Result.StatusCode, recorder.Ended[0].Result.ErrorCode, recorder.Ended[0].Result.RequestId));
        Assert.Equal((200, null, "r2"), (recorder.Ended[1].Result.StatusCode, recorder.Ended[1].Result.ErrorCode, recorder.Ended[1].Result.RequestId));
        Assert.NotEqual(recorder.Started[0].CallId, recorder.Started[1].CallId);
    }

    [Fact]
    public async Task Send_Call_IsDescribed()
    {
        var recorder = new Recorder();
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json(Good)), options);
        var request = new ApiRequest(HttpMethod.Post, "/x")
        {
            Operation = "op", WireOperation = "chat", Model = "m", MaxOutputTokens = 77, BodyWriter = static writer => writer.WriteStringValue("열두 글자"),
        };
        using (WireCallScope.Enter(recorder))
        {
            await transport.SendAsync<Thing>(request, default);
        }

        var call = Assert.Single(recorder.Started);
        Assert.Equal(("stand-in", "chat", "m", 1, false, 77L), (call.Provider.Id, call.Operation, call.Model, call.Attempt, call.Streaming, call.MaxOutputTokens));
        Assert.Equal(time.GetUtcNow(), call.StartedAt);
        Assert.Equal(5, call.EstimatedInputTokens);
        Assert.Equal(7, call.CallId.Version);
    }

    [Fact]
    public async Task Send_ObserverRefuses_NothingIsSentAndItsExceptionSurfaces()
    {
        var refusal = new InvalidOperationException("no budget");
        var recorder = new Recorder { Refuse = _ => refusal };
        var handler = new StubHandler();
        using var transport = StandIn.Transport(handler);
        using var scope = WireCallScope.Enter(recorder);
        Assert.Same(refusal, await Assert.ThrowsAsync<InvalidOperationException>(() => transport.SendAsync<Thing>(StandIn.Request(), default)));
        Assert.Empty(handler.Requests);
        Assert.Equal(["start 1"], recorder.Log);
    }

    [Fact]
    public async Task Send_ObserverFailsAtACompletedCall_Surfaces()
    {
        var recorder = new Recorder { EndFailure = new InvalidOperationException("disk full") };
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json(Good)));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<InvalidOperationException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }

    [Fact]
    public async Task Send_ObserverFailsAtAFailedCall_TheCallsFailureWins()
    {
        var recorder = new Recorder { EndFailure = new InvalidOperationException("disk full") };
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.BadRequest)));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }

    [Fact]
    public async Task Send_MalformedAnswer_IsIncomplete()
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("{}")));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleResponseException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal((WireCallOutcome.Incomplete, "bad_response"), (recorder.Only.Outcome, recorder.Only.ErrorCode));
    }

    [Fact]
    public async Task Send_BodyCut_IsIncomplete()
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(new ScriptedStream().Send("{").End(new IOException("cut")), "application/json")));
        using var scope = WireCallScope.Enter(recorder);
        await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Open_DisposedWithoutEnd_IsIncompleteAndOnce()
    {
        var recorder = new Recorder();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json(Good)));
        using var scope = WireCallScope.Enter(recorder);
        var exchange = await transport.OpenAsync(StandIn.Request(), default);
        await exchange.DisposeAsync();
        await exchange.DisposeAsync();
        await exchange.EndAsync(WireCallOutcome.Completed);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Send_NoObserver_IsFine()
    {
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json(Good)));
        Assert.Equal("a", (await transport.SendAsync<Thing>(StandIn.Request(), default)).Name);
    }
}
