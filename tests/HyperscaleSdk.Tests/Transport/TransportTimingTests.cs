using System.Net;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class TransportTimingTests
{
    [Fact]
    public async Task Send_CallerCancels_CarriesTheCallersToken()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Hang();
        using var transport = StandIn.Transport(handler);
        using var source = new CancellationTokenSource();
        using var scope = WireCallScope.Enter(recorder);
        var call = transport.SendAsync<Thing>(StandIn.Request(), source.Token);
        await source.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
    }

    [Fact]
    public async Task Send_CancelledBefore_SendsNothing()
    {
        var handler = new StubHandler();
        using var transport = StandIn.Transport(handler);
        var token = new CancellationToken(canceled: true);
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync<Thing>(StandIn.Request(), token));
        Assert.Equal(token, failure.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Send_CancelledWhileWaitingToRetry_CarriesTheCallersToken()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "20"))), options);
        using var source = new CancellationTokenSource();
        var call = transport.SendAsync<Thing>(StandIn.Request(), source.Token);
        await Wait.Until(() => time.Waiting == 2);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task Send_CancelledWhileReadingTheBody_IsCancelled()
    {
        var recorder = new Recorder();
        var body = new ScriptedStream().Send("{\"name\":");
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "application/json")));
        using var source = new CancellationTokenSource();
        using var scope = WireCallScope.Enter(recorder);
        var call = transport.SendAsync<Thing>(StandIn.Request(), source.Token);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Equal(WireCallOutcome.Cancelled, recorder.Only.Outcome);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Send_NoHeadInTime_IsATimeout()
    {
        var recorder = new Recorder();
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        options.Timeout = TimeSpan.FromSeconds(5);
        using var transport = StandIn.Transport(new StubHandler().Hang(), options);
        using var scope = WireCallScope.Enter(recorder);
        var call = transport.SendAsync<Thing>(StandIn.Request(), default);
        time.Advance(TimeSpan.FromSeconds(5));
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("within 5 s", failure.Message, StringComparison.Ordinal);
        Assert.Equal(WireCallOutcome.Incomplete, recorder.Only.Outcome);
        Assert.Equal("timeout", recorder.Only.ErrorCode);
    }

    [Fact]
    public async Task Send_BodyNotInTime_IsATimeout()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(new ScriptedStream().Send("{"), "application/json")), options);
        var call = transport.SendAsync<Thing>(StandIn.Request(), default);
        time.Advance(TimeSpan.FromSeconds(101));
        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task Send_TimeoutCoversRetries()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "60"))).Hang();
        using var transport = StandIn.Transport(handler, options);
        var call = transport.SendAsync<Thing>(StandIn.Request(), default);
        await Wait.Until(() => time.Waiting == 2);
        time.Advance(TimeSpan.FromSeconds(60));
        await Wait.Until(() => handler.Requests.Count == 2);
        time.Advance(TimeSpan.FromSeconds(40));
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.IsType<HyperscaleRateLimitException>(failure.InnerException);
    }

    [Fact]
    public async Task Send_GivenClientsOwnTimeout_IsATimeoutToo()
    {
        using var transport = StandIn.Transport(new StubHandler().Throw(new TaskCanceledException("the client's own", new TimeoutException())));
        await Assert.ThrowsAsync<TimeoutException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
    }

    [Fact]
    public async Task Send_InfiniteTimeout_MakesNoTimer()
    {
        var time = new FakeTime();
        var options = StandIn.Options();
        options.TimeProvider = time;
        options.Timeout = Timeout.InfiniteTimeSpan;
        var body = new ScriptedStream();
        using var transport = StandIn.Transport(new StubHandler().Answer(StubHandler.Body(body, "application/json")), options);
        var call = transport.SendAsync<Thing>(StandIn.Request(), default);
        Assert.Equal(0, time.Waiting);
        body.Send("""{"name":"a"}""").End();
        Assert.Equal("a", (await call).Name);
    }
}
